import { nearest, parseCidr } from '../../model';
import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { AccountConfig } from '../schema';
import type { Path } from '../source';
import type { ProfileCheck } from './check';

/** Workloads stand in a zone that their account has; fixed addresses exist there and are used once. */
export const checkWorkloadZones: ProfileCheck = (config, profile) =>
  config.accounts.flatMap((account, index) => {
    const path = ['accounts', index];
    return [
      ...account.workloads.flatMap((workload, at) =>
        zoneProblems(workload, [...path, 'workloads', at], account, path, profile),
      ),
      ...addressProblems(account, path),
    ];
  });

type Workload = AccountConfig['workloads'][number];

/** Subnets of a zone in the account's VPCs. */
function subnetsOf(account: AccountConfig, zone: string): readonly string[] {
  return account.vpcs.flatMap((vpc) => vpc.zones[zone] ?? []);
}

function zoneProblems(
  workload: Workload,
  path: Path,
  account: AccountConfig,
  accountPath: Path,
  profile: Profile,
): readonly ProblemDraft[] {
  if (!('zone' in workload)) return [];
  const { zone } = workload;
  const zones = account.vpcs.flatMap((vpc) => Object.keys(vpc.zones));
  const at = [...path, 'zone'];
  const dependsOn = [[...accountPath, 'vpcs']];
  const what = `${workload.type} "${workload.name}"`;
  if (zones.length === 0) {
    const message = `${what} needs the zone ${zone}, but the account "${account.name}" has no VPC`;
    return [{ path: at, message, expected: 'a VPC with that zone', remedy: 'add a VPC to the account', dependsOn }];
  }
  if (!zones.includes(zone)) {
    const meant = nearest(zone, zones);
    const message = `${what} needs the zone "${zone}", which the account "${account.name}" does not have${meant ? `: did you mean "${meant}"?` : ''}`;
    const remedy = meant ? `write "${meant}"` : 'set "zone", or add the zone to the VPC';
    return [{ path: at, message, expected: `one of its zones: ${zones.join(', ')}`, remedy, dependsOn }];
  }
  if (!profile.zones.some((each) => each.name === zone && each.internetFacing)) return [];
  const message = `${what} stands in the zone "${zone}", which faces the internet`;
  return [
    {
      path: at,
      message,
      expected: 'an inner zone',
      remedy: 'move it to an inner zone, and publish it through network.ingress',
    },
  ];
}

/** A web service has the same host number in each subnet of its zone. */
function addressProblems(account: AccountConfig, accountPath: Path): readonly ProblemDraft[] {
  const taken = new Map<string, Path>();
  return account.workloads.flatMap((workload, index): readonly ProblemDraft[] => {
    if (workload.type !== 'web-service') return [];
    const path = [...accountPath, 'workloads', index, 'addressOffset'];
    const dependsOn = [[...accountPath, 'vpcs']];
    const tooSmall = subnetsOf(account, workload.zone).find((subnet) => !hasHost(subnet, workload.addressOffset));
    if (tooSmall !== undefined) {
      const message = `web-service "${workload.name}" needs host number ${workload.addressOffset}, which the subnet ${tooSmall} does not have`;
      return [
        {
          path,
          message,
          expected: 'a host number that every subnet of the zone has',
          remedy: 'choose a smaller number, or larger subnets',
          dependsOn,
        },
      ];
    }
    const key = `${workload.zone} ${workload.addressOffset}`;
    const earlier = taken.get(key);
    if (!earlier) {
      taken.set(key, path);
      return [];
    }
    const message = `web-service "${workload.name}" has the same fixed addresses as another one in the zone ${workload.zone}`;
    return [
      { path, message, expected: 'a host number of its own', remedy: 'set another addressOffset', related: [earlier] },
    ];
  });
}

/** AWS keeps the last address of a subnet for itself. */
function hasHost(subnet: string, offset: number): boolean {
  const block = parseCidr(subnet);
  if (!block || block.family !== 4) return true;
  return block.first + BigInt(offset) < block.last;
}
