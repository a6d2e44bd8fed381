import { AccountClient, GetRegionOptStatusCommand } from '@aws-sdk/client-account';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { Check } from '../../model';
import { refusalOf, type AwsSession, type SigningKeys } from '../aws';
import type { Target } from '../plan';

export interface RegionQuestion {
  readonly target: Target;
  /** Account of the caller. */
  readonly caller: string;
  /** Where services without a region answer. */
  readonly globalRegion: string;
  /** Keys of the role that looks into the account; undefined where it cannot be taken. */
  readonly keys?: SigningKeys;
  /** Whether some request of the account was answered in the region, which AWS does only where it is enabled. */
  readonly answers: boolean;
}

const ENABLED = new Set(['ENABLED', 'ENABLED_BY_DEFAULT', 'opted-in', 'opt-in-not-required']);

/** Whether an account may use a region: some, such as ap-east-1, have to be enabled first. */
export async function checkRegion(session: AwsSession, question: RegionQuestion): Promise<Check> {
  const { target, answers } = question;
  const base = { id: 'region', what: 'region', account: target.name, region: target.region, expected: 'enabled' };
  if (answers) return { ...base, state: 'ok', found: 'answers requests' };
  const status = (await accountStatus(session, question)) ?? (await listedStatus(session, question));
  if (status === undefined) {
    const remedy = 'let the caller, or the lookup role, call account:GetRegionOptStatus or ec2:DescribeRegions';
    return { ...base, state: 'unknown', found: 'nobody may say', remedy };
  }
  if (ENABLED.has(status)) return { ...base, state: 'ok', found: status };
  const remedy = `aws account enable-region --region-name ${target.region}, in account ${target.account}; it takes minutes to hours`;
  return { ...base, state: 'fail', found: status, remedy };
}

async function accountStatus(
  session: AwsSession,
  { target, caller, globalRegion }: RegionQuestion,
): Promise<string | undefined> {
  const client = new AccountClient(session.config(globalRegion));
  try {
    const of = target.account === caller ? {} : { AccountId: target.account };
    const { RegionOptStatus } = await client.send(new GetRegionOptStatusCommand({ RegionName: target.region, ...of }));
    return RegionOptStatus;
  } catch (error) {
    return orUndefined(error);
  } finally {
    client.destroy();
  }
}

async function listedStatus(session: AwsSession, { target, keys }: RegionQuestion): Promise<string | undefined> {
  if (!keys) return undefined;
  const client = new EC2Client(session.config(target.region, keys));
  try {
    const found = await client.send(new DescribeRegionsCommand({ RegionNames: [target.region], AllRegions: true }));
    return found.Regions?.[0]?.OptInStatus;
  } catch (error) {
    return orUndefined(error);
  } finally {
    client.destroy();
  }
}

/** Whoever may not ask knows nothing; too many requests at once is another matter. */
function orUndefined(error: unknown): undefined {
  if (refusalOf(error).kind === 'throttled') throw error;
  return undefined;
}
