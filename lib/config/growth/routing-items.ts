import type { LandingZoneConfig } from '../schema';
import type { Item } from './item';
import { placedVpcs, type PlacedNetwork } from './placed-networks';
import { routingStackOf, stackOfVpc } from './routing-place';

/** What accepts attachments of other accounts: function, role, policy and log of each stack that has such. */
const ACCEPTANCE = 4;

/** A parameter of every stack of CDK: the version of its bootstrap. */
const BOOTSTRAP = 1;

/** Something in one of the stacks for routing. */
interface Part {
  readonly stack: number;
  readonly resources: number;
  readonly parameters: number;
  readonly department: string | undefined;
}

/**
 * What the fullest of the stacks for routing holds against the limits of CloudFormation. Further departments are taken to
 * spread evenly over the stacks; which stack a name falls to is known when it is given.
 */
export function routingItems(config: LandingZoneConfig): Item[] {
  const { routingStacks: count } = config.network.hub;
  const where = count === 1 ? 'the stack routing' : `the fullest of ${count} stacks for routing`;
  const vpcs = placedVpcs(config).filter(({ vpc }) => vpc.attachment !== undefined);
  const parts = [...vpcs.map((network) => partOf(network, config)), ...sharedParts(config, vpcs)];
  return (['resources', 'parameters'] as const).flatMap((what): Item[] => {
    const quota = what === 'resources' ? 'stackResources' : 'stackParameters';
    const owned = parts.flatMap(({ department, [what]: number }): Item[] =>
      department === undefined ? [] : [{ quota, where, department, count: number / count }],
    );
    const fullest = Math.max(
      ...Array.from({ length: count }, (_, stack) =>
        sum(
          parts.filter((each) => each.stack === stack),
          what,
        ),
      ),
    );
    // Beside the even share of departments: together the fullest stack.
    const rest = fullest - owned.reduce((total, item) => total + item.count, 0);
    return [...owned, { quota, where, department: undefined, count: rest }];
  });
}

/** An association, propagations, and for a VPC of another account its acceptance and the parameter with its id. */
function partOf(network: PlacedNetwork, { network: { hub } }: LandingZoneConfig): Part {
  const { account, department, vpc } = network;
  const elsewhere = account === hub.account ? 0 : 1;
  const resources = 1 + (vpc.attachment?.propagate.length ?? 0) + elsewhere;
  return { stack: stackOfVpc(network, hub), resources, parameters: elsewhere, department };
}

function sharedParts(config: LandingZoneConfig, vpcs: readonly PlacedNetwork[]): Part[] {
  const { government, hub, inspection } = config.network;
  const accepting = new Set(vpcs.flatMap((each) => (each.account === hub.account ? [] : [stackOfVpc(each, hub)])));
  const used = new Set([0, ...vpcs.map((each) => stackOfVpc(each, hub))]);
  return [
    ...[...used].map((stack) => shared(stack, 0, BOOTSTRAP)),
    ...[...accepting].map((stack) => shared(stack, ACCEPTANCE)),
    ...hub.routeTables.flatMap(({ routes }) => routes.map(({ vpc }) => shared(routingStackOf(config, vpc), 1))),
    ...(government ? [shared(0, 1 + government.announced.length + government.accepted.length)] : []),
    ...(inspection.atHub ? [shared(0, 1)] : []),
  ];
}

function shared(stack: number, resources: number, parameters = 0): Part {
  return { stack, resources, parameters, department: undefined };
}

function sum(parts: readonly Part[], what: 'resources' | 'parameters'): number {
  return parts.reduce((total, part) => total + part[what], 0);
}
