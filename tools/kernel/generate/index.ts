import { Random } from '../random';
import type { PrefixList, Topology, Vpc } from '../topology';
import { filteringOf } from './acls';
import { withCentralEgress } from './egress';
import { groundOf } from './ground';
import { guardOf } from './groups';
import { jointsOf } from './joints';
import { routingOf } from './routes';
import { withSix } from './six';

const OUTSIDERS = ['93.184.216.10', '193.0.6.139'];

/**
 * A random network, the same for the same seed. It stays within what AWS accepts and documents: where AWS says nothing
 * (a NAT gateway that leads into a peering connection), nothing can be wrong, so it is not made.
 */
export function topologyOf(seed: number): Topology {
  const random = new Random(seed);
  const ground = groundOf(random);
  const bare = jointsOf(random, ground);
  const outsiders = random.some(OUTSIDERS, random.int(1, 2));
  const lists = listsOf(random, ground.vpcs, outsiders);
  const plain = { joints: bare, routing: routingOf(random, { ground, joints: bare, lists, outsiders }) };
  const { joints, routing } = withCentralEgress(random, ground, plain);
  const filtering = filteringOf(random, ground, routing.subnets, outsiders);
  const guard = guardOf(random, { ground, peerings: joints.peerings, lists, outsiders });
  return withSix({
    seed,
    vpcs: ground.vpcs,
    subnets: filtering.subnets,
    tables: routing.tables,
    acls: filtering.acls,
    groups: guard.groups,
    instances: guard.instances,
    nats: ground.nats,
    ...joints,
    lists,
    outsiders,
  });
}

function listsOf(random: Random, vpcs: readonly Vpc[], outsiders: readonly string[]): PrefixList[] {
  if (!random.chance(0.4)) return [];
  const blocks = [...vpcs.flatMap((vpc) => vpc.cidrs), ...outsiders.map((address) => `${address}/32`)];
  return [{ name: 'List1', cidrs: random.some(blocks, random.int(1, 2)) }];
}
