import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { AssumeRoleCommand, STSClient, type Credentials } from '@aws-sdk/client-sts';
import { namesProxy, ProxyAgent } from './proxy-agent';

/** What signs requests, as the SDK hands it on. */
export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface AwsSessionOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Region of requests that name none. */
  readonly region: string;
  /**
   * Asks a person for the code of an MFA device.
   * @default - {@link MfaNeededError}: nobody is there
   */
  readonly askMfaCode?: (device: string) => Promise<string>;
}

/** The AWS profile asks for the code of an MFA device, and nobody is there to type it. */
export class MfaNeededError extends Error {
  constructor(readonly device: string) {
    super(`the AWS profile asks for a code of the MFA device ${device}, and nobody is there to type it`);
    this.name = 'MfaNeededError';
  }
}

/** What a client of the SDK is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly credentials: () => Promise<SigningKeys>;
  readonly maxAttempts: number;
  readonly retryMode: 'adaptive' | 'standard';
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly httpsAgent?: ProxyAgent;
  };
}

/**
 * How AWS is asked: credentials, endpoints and proxies come from the standard chain of AWS (environment, profiles, single
 * sign-on, web identity, containers, instances).
 */
export class AwsSession {
  private readonly agent: ProxyAgent | undefined;
  private readonly own: () => Promise<SigningKeys>;
  private mfaDevice: string | undefined;

  constructor(private readonly options: AwsSessionOptions) {
    const { env, region } = options;
    this.agent = namesProxy(env) ? new ProxyAgent(env) : undefined;
    const { requestHandler } = this.base;
    this.own = fromNodeProviderChain({
      mfaCodeProvider: (device) => this.code(device),
      clientConfig: { requestHandler },
      parentClientConfig: { region },
    });
  }

  get region(): string {
    return this.options.region;
  }

  /** The MFA device whose code the AWS profile asked for; undefined where none was. */
  get askedDevice(): string | undefined {
    return this.mfaDevice;
  }

  /** The agent through which requests go, where the environment names a proxy. */
  get proxy(): ProxyAgent | undefined {
    return this.agent;
  }

  /** The caller's own keys. */
  async keys(): Promise<SigningKeys> {
    return await this.own();
  }

  /** For clients that ask in the caller's name, or with the keys of a role. */
  config(region: string = this.options.region, keys?: SigningKeys): ClientConfig {
    return { ...this.base, region, credentials: keys ? () => Promise.resolve(keys) : () => this.keys() };
  }

  /** Takes a role. */
  async assume(roleArn: string): Promise<SigningKeys> {
    const client = new STSClient(this.config());
    try {
      const { Credentials: keys } = await client.send(
        new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'lionrock', DurationSeconds: 900 }),
      );
      return keysOf(keys, roleArn);
    } finally {
      client.destroy();
    }
  }

  private get base(): Omit<ClientConfig, 'region' | 'credentials'> {
    return {
      maxAttempts: 5,
      retryMode: 'standard',
      requestHandler: {
        connectionTimeout: 5000,
        requestTimeout: 30_000,
        ...(this.agent ? { httpsAgent: this.agent } : {}),
      },
    };
  }

  private code(device: string): Promise<string> {
    this.mfaDevice = device;
    const { askMfaCode } = this.options;
    return askMfaCode ? askMfaCode(device) : Promise.reject(new MfaNeededError(device));
  }
}

function keysOf(keys: Credentials | undefined, roleArn: string): SigningKeys {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = keys ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined) throw new Error(`AWS gave no keys for ${roleArn}`);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}
