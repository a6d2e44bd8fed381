import {
  DescribeAddressesCommand,
  DescribeInternetGatewaysCommand,
  DescribeVpcsCommand,
  EC2Client,
  type Tag,
} from '@aws-sdk/client-ec2';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { Check } from '../../model';
import { refusalOf, type AwsSession, type SigningKeys } from '../aws';
import type { Target } from '../plan';
import { plannedUse, type PlannedUse } from './planned-use';
import { SERVICE_QUOTAS, type ServiceQuota } from './quotas';

/**
 * Holds what is planned for an account against its quotas, those of global services over all its regions; only what
 * comes near one is asked for. A check bears the region in which Service Quotas has the quota.
 */
export async function checkQuotas(session: AwsSession, planned: PlannedUse): Promise<Check[]> {
  const { target, keys, globalRegion, inRegion, inAccount } = planned;
  const used = SERVICE_QUOTAS.map((quota) => ({
    quota,
    region: quota.isGlobal ? globalRegion : target.region,
    planned: plannedUse(quota.isGlobal ? inAccount : inRegion, quota),
  }));
  const near = used.filter(({ quota, planned: count }) => count > 0 && count * 2 > quota.usual);
  if (near.length === 0) return [];
  const checks = await Promise.all(near.map((use) => checkQuota(session, target, keys, use)));
  return checks.flat();
}

interface Use {
  readonly quota: ServiceQuota;
  /** Where Service Quotas has it. */
  readonly region: string;
  readonly planned: number;
}

async function checkQuota(
  session: AwsSession,
  target: Target,
  keys: SigningKeys,
  { quota, region, planned }: Use,
): Promise<Check> {
  const [allowed, others] = await Promise.all([
    allowedBy(session, region, keys, quota),
    othersOf(session, target, keys, quota),
  ]);
  const place = `${quota.what}${quota.per ? ` in ${quota.per.what}` : ''}`;
  const needed = planned + (others ?? 0);
  const base = {
    id: 'quota',
    what: `quota: ${place}`,
    account: target.name,
    region,
    expected: `${needed} or more`,
  };
  const found = `${allowed.value}${allowed.isRead ? '' : ' as usual, for AWS does not tell'}; ${planned} planned${others ? `, ${others} stand already` : ''}`;
  if (needed <= allowed.value) return { ...base, state: 'ok', found };
  const remedy = `aws service-quotas request-service-quota-increase --service-code ${quota.service} --quota-code ${quota.code} --desired-value ${needed} --region ${region}, in account ${target.account}`;
  return { ...base, state: allowed.isRead ? 'fail' : 'unknown', found, remedy };
}

/** What the account has; the usual value where AWS does not tell. */
async function allowedBy(
  session: AwsSession,
  region: string,
  keys: SigningKeys,
  { service, code, usual }: ServiceQuota,
): Promise<{ readonly value: number; readonly isRead: boolean }> {
  const client = new ServiceQuotasClient(session.config(region, keys));
  try {
    const { Quota: quota } = await client.send(new GetServiceQuotaCommand({ ServiceCode: service, QuotaCode: code }));
    return quota?.Value === undefined ? { value: usual, isRead: false } : { value: quota.Value, isRead: true };
  } catch (error) {
    if (refusalOf(error).kind === 'throttled') throw error;
    return { value: usual, isRead: false };
  } finally {
    client.destroy();
  }
}

/** How many of them stand that this deployment did not make; undefined where nobody counts, or may. */
async function othersOf(
  session: AwsSession,
  { region, stacks }: Target,
  keys: SigningKeys,
  { type }: ServiceQuota,
): Promise<number | undefined> {
  const list = LISTS[type];
  if (!list) return undefined;
  const own = new Set(stacks.map(({ name }) => name));
  const client = new EC2Client(session.config(region, keys));
  try {
    const tags = await list(client);
    return tags.filter(
      (of) => !of.some(({ Key, Value }) => Key === 'aws:cloudformation:stack-name' && own.has(Value ?? '')),
    ).length;
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}

/** The tags of each resource of a type that stands, for types of which an account has few. */
const LISTS: Readonly<Record<string, (client: EC2Client) => Promise<readonly (readonly Tag[])[]>>> = {
  'AWS::EC2::VPC': async (client) => tagsOf((await client.send(new DescribeVpcsCommand({}))).Vpcs),
  'AWS::EC2::InternetGateway': async (client) =>
    tagsOf((await client.send(new DescribeInternetGatewaysCommand({}))).InternetGateways),
  'AWS::EC2::EIP': async (client) => tagsOf((await client.send(new DescribeAddressesCommand({}))).Addresses),
};

function tagsOf(found: readonly { readonly Tags?: Tag[] | undefined }[] = []): Tag[][] {
  return found.map(({ Tags = [] }) => Tags);
}
