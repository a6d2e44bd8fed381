import type { AccountConfig } from '../config';
import { addressAt, parseCidr } from '../model';

/**
 * Fixed private addresses of a web service, one in each subnet of its zone, in the order of the availability zones: a
 * pure function of the config, so that the perimeter can target them before the service exists.
 * @throws Error when the account has no web service of that name, or not its zone.
 */
export function serviceAddresses(account: AccountConfig, workloadName: string): string[] {
  const workload = account.workloads.find((candidate) => candidate.name === workloadName);
  if (workload?.type !== 'web-service') {
    throw new Error(`account "${account.name}": expected a web-service named "${workloadName}", found none`);
  }
  const subnets = account.vpcs.flatMap((vpc) => vpc.zones[workload.zone] ?? []);
  if (subnets.length === 0) {
    throw new Error(`account "${account.name}": "${workloadName}" stands in zone "${workload.zone}", which no VPC has`);
  }
  return subnets.map((subnet) => {
    const block = parseCidr(subnet);
    if (!block) throw new Error(`account "${account.name}": expected an address block, found "${subnet}"`);
    return addressAt(block, workload.addressOffset);
  });
}
