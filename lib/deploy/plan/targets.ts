import type { LandingZoneConfig } from '../../config';
import type { BootstrapNeed, PlannedStack } from './planned-stack';

/** An account and region into which something is deployed, and by which roles. */
export interface Target {
  /** Name of the account in the config, else its id. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly deployRole?: string;
  readonly lookupRole?: string;
  readonly bootstrap?: BootstrapNeed;
  readonly stacks: readonly PlannedStack[];
}

/** Version of the bootstrap stack that a stack of the CDK asks for when it says nothing. */
const BOOTSTRAP_VERSION = 6;

/** Qualifier of the CDK's bootstrap, where an app sets none. */
const QUALIFIER = 'hnb659fds';

/** The targets of a plan, in the order of its stacks. */
export function targetsOf(stacks: readonly PlannedStack[], { accounts }: LandingZoneConfig): Target[] {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const groups = new Map<string, PlannedStack[]>();
  for (const stack of stacks) {
    const key = [stack.account, stack.region, stack.deployRole].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), stack]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { account, region, deployRole, lookupRole, bootstrap } = first;
    return {
      name: names.get(account) ?? account,
      account,
      region,
      stacks: group,
      ...(deployRole === undefined ? {} : { deployRole }),
      ...(lookupRole === undefined ? {} : { lookupRole }),
      ...(bootstrap === undefined ? {} : { bootstrap }),
    };
  });
}

/** The targets of a landing zone that was not synthesized yet: each account, by the roles of the CDK's bootstrap. */
export function expectedTargets({ accounts, homeRegion }: LandingZoneConfig, partition: string): Target[] {
  return accounts.map(({ id, name }) => {
    const role = (purpose: string): string =>
      `arn:${partition}:iam::${id}:role/cdk-${QUALIFIER}-${purpose}-role-${id}-${homeRegion}`;
    return {
      name,
      account: id,
      region: homeRegion,
      deployRole: role('deploy'),
      lookupRole: role('lookup'),
      bootstrap: { version: BOOTSTRAP_VERSION, parameter: `/cdk-bootstrap/${QUALIFIER}/version` },
      stacks: [],
    };
  });
}
