import type { AwsSession, ClientConfig, PlannedStack, SigningKeys } from '../deploy';

/** Keys are taken anew when they live no longer than this. */
const SPARE_MS = 3 * 60_000;

interface Closable {
  destroy(): void;
}

/** What was asked already, by name. */
export type Answers = Map<string, Promise<unknown>>;

/** How one account is asked in one region: by a role that may only read. */
export class Access {
  private readonly clients = new Map<unknown, Closable>();
  private readonly answers: Answers = new Map();
  private keys: Promise<SigningKeys> | undefined;

  constructor(
    private readonly session: AwsSession,
    readonly account: string,
    readonly region: string,
    /** ARN of the role; undefined where the caller reads. */
    private readonly role: string | undefined,
    /** What the account answered to the same role, whatever the region: shared by all that ask it. */
    private readonly inAccount: Answers,
  ) {}

  /** The client of a service, the same for all. */
  client<C extends Closable>(kind: new (config: ReaderConfig) => C): C {
    const known = this.clients.get(kind);
    if (known) return known as C;
    const client = new kind(this.config);
    this.clients.set(kind, client);
    return client;
  }

  /** What is asked once for all resources of the account in the region. */
  once<T>(name: string, ask: () => Promise<T>): Promise<T> {
    return onceOf(this.answers, name, ask);
  }

  /** What is asked once for all regions of the account. */
  onceInAccount<T>(name: string, ask: () => Promise<T>): Promise<T> {
    return onceOf(this.inAccount, name, ask);
  }

  close(): void {
    for (const client of this.clients.values()) client.destroy();
  }

  private get config(): ReaderConfig {
    const { role } = this;
    const own = this.session.config(this.region);
    const credentials = role === undefined ? own.credentials : () => this.keysOf(role);
    return { ...own, credentials, forcePathStyle: isBare(process.env) };
  }

  private async keysOf(role: string): Promise<SigningKeys> {
    const known = this.keys;
    const { expiration } = (await known?.catch(() => undefined)) ?? {};
    const isOld = expiration === undefined || expiration.getTime() < Date.now() + SPARE_MS;
    // Of several that waited for the same keys one takes new ones.
    if (isOld && this.keys === known) this.keys = this.session.assume(role);
    return this.keys ?? this.session.assume(role);
  }
}

function onceOf<T>(answers: Answers, name: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.get(name) as Promise<T> | undefined;
  if (known) return known;
  const answer = ask();
  answers.set(name, answer);
  return answer;
}

/** What a client that reads is made with. */
export type ReaderConfig = ClientConfig & {
  /** Names of buckets in the path: an endpoint without a domain has no host names for them. */
  readonly forcePathStyle: boolean;
};

function isBare(env: Readonly<Record<string, string | undefined>>): boolean {
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
  return endpoint !== undefined && /^(localhost|[\d.]+|\[.*\])$/.test(new URL(endpoint).hostname);
}

/**
 * ARN of the role that reads in the account of a stack: the one of this name, else the lookup role of the CDK's bootstrap.
 * @param roleName Name of a role, with its path: `Reader`, `audit/Reader`.
 */
export function readerRole(
  { account, lookupRole }: PlannedStack,
  partition: string,
  roleName: string | undefined,
): string | undefined {
  return roleName === undefined ? lookupRole : `arn:${partition}:iam::${account}:role/${roleName}`;
}
