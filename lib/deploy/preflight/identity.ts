import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { parseArn, type Arn, type Check } from '../../model';
import { MfaNeededError, refusalOf, type AwsSession, type Refusal } from '../aws';
import { checkMfa } from './check-mfa';

/** Whom AWS takes the caller for. */
export interface Caller extends Arn {
  readonly text: string;
}

/** Who may deploy. */
export interface ExpectedCaller {
  readonly partition: string;
  /** Name of the landing zone. */
  readonly landingZone: string;
  /** Ids of the accounts from which it may be deployed, by name. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Why the caller must have signed in with MFA. @default nobody asks for it */
  readonly mfaReason?: string | undefined;
}

export interface Identity {
  readonly checks: readonly Check[];
  /** Present when the caller may go on. */
  readonly caller?: Caller;
}

const WHO = { id: 'identity', what: 'AWS identity' };

/** AWS refuses requests whose clock is further away. */
const CLOCK_MINUTES = 5;

/** Asks AWS who is calling, and holds it against who may: a role, of the right partition and account. */
export async function checkIdentity(session: AwsSession, expected: ExpectedCaller): Promise<Identity> {
  const wanted = `a role in ${placeOf(expected)} of partition ${expected.partition}, not root and no user’s long-lived key`;
  const client = new STSClient(session.config());
  try {
    const { Arn: text = '' } = await client.send(new GetCallerIdentityCommand({}));
    const { sessionToken } = await session.keys();
    const arn = parseArn(text);
    const who = whoCheck(text, arn, sessionToken === undefined, wanted);
    const clock = clockCheck(client.config.systemClockOffset);
    if (!arn || who.state === 'fail') return { checks: [who, clock] };
    const place = placeChecks(arn, expected);
    const isThere = place.every(({ state }) => state === 'ok');
    const mfa = isThere ? [await checkMfa(session, arn, expected.mfaReason)] : [];
    const checks = [who, ...place, ...mfa, clock];
    return checks.some(({ state }) => state === 'fail') ? { checks } : { checks, caller: { ...arn, text } };
  } catch (error) {
    return { checks: [refusedCheck(error, wanted)] };
  } finally {
    client.destroy();
  }
}

function placeOf({ accounts, landingZone }: ExpectedCaller): string {
  const [only, ...others] = accounts;
  if (only && others.length === 0) return `account ${only[0]} (${only[1]})`;
  return accounts.size === 0 ? 'any account' : `an account of ${landingZone}`;
}

function whoCheck(text: string, arn: Arn | undefined, isLongLived: boolean, expected: string): Check {
  const fail = (remedy: string): Check => ({ ...WHO, state: 'fail', found: text, expected, remedy });
  if (!arn) return fail('look at what answers under this endpoint');
  if (arn.resource === 'root') return fail('never work as root: use a role through IAM Identity Center');
  if (arn.resource.startsWith('user/') && isLongLived) {
    return fail('never deploy with the long-lived key of a user: log in through IAM Identity Center, or take a role');
  }
  return { ...WHO, state: 'ok', found: text, expected };
}

function placeChecks(arn: Arn, expected: ExpectedCaller): Check[] {
  const ids = [...expected.accounts.values()];
  const partition = {
    id: 'partition',
    what: 'partition',
    found: arn.partition,
    expected: expected.partition,
    remedy: `use credentials of partition ${expected.partition}`,
  };
  const account = {
    id: 'account',
    what: 'account',
    found: arn.account,
    expected: placeOf(expected),
    remedy: `use credentials of ${ids.length === 1 ? ids[0] : "one of the config's accounts"}, or enter ${arn.account} in the config`,
  };
  return [
    { ...partition, state: arn.partition === expected.partition ? 'ok' : 'fail' },
    { ...account, state: ids.length === 0 || ids.includes(arn.account) ? 'ok' : 'fail' },
  ];
}

/**
 * @param offset What the SDK adds to this machine's clock in milliseconds: something once AWS is further away than it
 * accepts.
 */
function clockCheck(offset: number): Check {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  if (minutes < CLOCK_MINUTES) return { ...CLOCK, state: 'ok', found: CLOCK.expected };
  const found = `${minutes} minutes ${offset > 0 ? 'behind' : 'ahead of'} AWS`;
  return { ...CLOCK, state: 'fail', found, remedy: REMEDIES.clock };
}

function refusedCheck(error: unknown, expected: string): Check {
  if (error instanceof MfaNeededError) {
    return {
      id: 'mfa',
      what: 'MFA',
      state: 'fail',
      found: error.message,
      expected: 'a code where the AWS profile asks for one',
      remedy: 'run it at a terminal; in a pipeline take a role by OIDC instead of this profile',
    };
  }
  const { kind, message } = refusalOf(error);
  const state = kind === 'no-answer' || kind === 'throttled' ? 'unknown' : 'fail';
  return {
    ...WHO,
    ...(kind === 'clock' ? CLOCK : {}),
    state,
    expected,
    found: `${SAID[kind]}: ${message}`,
    remedy: REMEDIES[kind],
  };
}

const CLOCK = { id: 'clock', what: 'clock', expected: `within ${CLOCK_MINUTES} minutes of AWS` };

const REFUSED = 'AWS refuses the credentials';

const SAID: Readonly<Record<Refusal['kind'], string>> = {
  'no-credentials': 'no credentials',
  expired: `${REFUSED}, which are expired`,
  clock: 'AWS refuses the time of the request',
  invalid: REFUSED,
  denied: REFUSED,
  throttled: 'AWS takes no more requests now',
  refused: REFUSED,
  'no-answer': 'AWS cannot be asked',
};

const REMEDIES: Readonly<Record<Refusal['kind'], string>> = {
  'no-credentials': 'log in (aws sso login), or set AWS_PROFILE',
  expired: 'log in again (aws sso login)',
  clock: 'set the clock by a time server: timedatectl set-ntp true',
  invalid: 'log in again; compare AWS_PROFILE and AWS_REGION with what you mean',
  denied: 'log in with a role that may call sts:GetCallerIdentity',
  throttled: 'try again in some minutes',
  refused: 'log in again',
  'no-answer': 'check the network, proxies, AWS_REGION and AWS_ENDPOINT_URL',
};
