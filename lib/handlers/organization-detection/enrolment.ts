/** An account of the organisation. */
export interface MemberAccount {
  /** 12 digits. */
  readonly id: string;
  readonly email: string;
}

/** How a service that this account administers takes members. */
export interface MemberService {
  isMember(accountId: string): Promise<boolean>;
  /** @throws Error when the service does not take the account. */
  add(account: MemberAccount): Promise<void>;
}

/** An account whose baseline is there, as the rule of `OrganizationDetection` hands it over. */
export interface BaselineEvent {
  readonly account: string;
  /** Names of services. */
  readonly services: readonly string[];
}

/** What the function calls. */
export interface EnrolmentCalls {
  /** Undefined for a service that is not known. */
  readonly serviceOf: (name: string) => MemberService | undefined;
  /** Mailbox of an account of the organisation. */
  readonly emailOf: (accountId: string) => Promise<string>;
}

/**
 * Makes an account a member of the services that this account administers. What it is a member of already stays as it is,
 * and a service that refuses stops no other.
 * @throws Error that names each service that refused; Lambda then tries again.
 */
export function enrolment(calls: EnrolmentCalls): (event: BaselineEvent) => Promise<void> {
  return async ({ account, services }) => {
    if (!/^\d{12}$/.test(account)) throw new Error(`found the account "${account}": expected 12 digits`);
    const refused: string[] = [];
    for (const name of services) {
      try {
        await enrol(name, account, calls);
      } catch (error) {
        refused.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (refused.length > 0) throw new Error(`${account} is not a member everywhere; ${refused.join('; ')}`);
  };
}

async function enrol(name: string, account: string, { serviceOf, emailOf }: EnrolmentCalls): Promise<void> {
  const service = serviceOf(name);
  if (!service) throw new Error('expected a service that this function knows');
  if (await service.isMember(account)) return;
  await service.add({ id: account, email: await emailOf(account) });
}
