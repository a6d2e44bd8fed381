import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import type { LoadedConfig } from '../../config';
import { compareClassification, type Arn, type Check } from '../../model';
import { refusalOf, type AwsSession } from '../aws';

/**
 * Why people who deploy must have signed in with MFA: the jurisdiction asks for it from a level of information that some
 * account holds.
 * @returns undefined where nobody asks for it
 */
export function mfaReason({ config, profile }: Pick<LoadedConfig, 'config' | 'profile'>): string | undefined {
  const from = profile.mfaFrom?.value;
  if (from === undefined) return undefined;
  const holder = config.accounts.find(
    ({ holds }) => compareClassification(profile.classification, holds.classification, from) >= 0,
  );
  return holder && `${holder.name} holds ${holder.holds.classification} (${profile.mfaFrom?.source})`;
}

const BASE = { id: 'mfa', what: 'MFA' };

/**
 * Whether the caller signed in with MFA. AWS tells nobody what a session was made with: it was, where the AWS profile asked
 * for a code; else the trust policy of the role must ask for it.
 * @param reason Why it must be; undefined where nobody asks for it.
 */
export async function checkMfa(session: AwsSession, caller: Arn, reason: string | undefined): Promise<Check> {
  const { askedDevice } = session;
  const expected = reason === undefined ? 'a code where the AWS profile asks for one' : `MFA, for ${reason}`;
  if (askedDevice !== undefined) return { ...BASE, state: 'ok', found: `given for ${askedDevice}`, expected };
  if (reason === undefined) return { ...BASE, state: 'note', found: 'the AWS profile asks for no code', expected };
  const [, role] = /^assumed-role\/([^/]+)\//.exec(caller.resource) ?? [];
  if (role === undefined) {
    const remedy = 'take a role whose trust policy asks for aws:MultiFactorAuthPresent';
    return { ...BASE, state: 'unknown', found: `${caller.resource} does not tell`, expected, remedy };
  }
  if (role.startsWith('AWSReservedSSO_')) {
    const remedy = 'see in the settings of IAM Identity Center that every sign-in asks for MFA';
    return {
      ...BASE,
      state: 'note',
      found: 'signed in through IAM Identity Center, which does not tell',
      expected,
      remedy,
    };
  }
  return trustCheck(session, role, expected);
}

async function trustCheck(session: AwsSession, role: string, expected: string): Promise<Check> {
  const client = new IAMClient(session.config());
  try {
    const { Role: found } = await client.send(new GetRoleCommand({ RoleName: role }));
    const { Statement } = JSON.parse(decodeURIComponent(found?.AssumeRolePolicyDocument ?? '{}')) as TrustPolicy;
    const open = [Statement ?? []].flat().filter((statement) => letsPeopleIn(statement) && !asksForMfa(statement));
    if (open.length === 0)
      return { ...BASE, state: 'ok', found: `the trust policy of ${role} lets nobody in without`, expected };
    const remedy = `add {"Bool": {"aws:MultiFactorAuthPresent": "true"}} to the trust policy of ${role}`;
    return { ...BASE, state: 'fail', found: `${role} can be taken without MFA`, expected, remedy };
  } catch (error) {
    const remedy = `let the caller call iam:GetRole on ${role}`;
    return { ...BASE, state: 'unknown', found: refusalOf(error).message, expected, remedy };
  } finally {
    client.destroy();
  }
}

interface TrustPolicy {
  readonly Statement?: TrustStatement | readonly TrustStatement[];
}

interface TrustStatement {
  readonly Effect?: string;
  readonly Principal?: string | Readonly<Record<string, unknown>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Services and identity providers answer for whom they let in: a pipeline has no second factor. */
function letsPeopleIn({ Effect, Principal }: TrustStatement): boolean {
  return Effect === 'Allow' && (typeof Principal === 'string' || Principal?.['AWS'] !== undefined);
}

/** `BoolIfExists` lets in who says nothing. */
function asksForMfa({ Condition }: TrustStatement): boolean {
  return [Condition?.['Bool']?.['aws:MultiFactorAuthPresent']].flat().some((value) => String(value) === 'true');
}
