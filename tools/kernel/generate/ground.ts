import { at } from '../address';
import type { Random } from '../random';
import type { Instance, Nat, Subnet, Vpc } from '../topology';

/** What stands in the network, before anything routes or filters. */
export interface Ground {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly instances: readonly Omit<Instance, 'groups'>[];
  readonly nats: readonly Nat[];
}

const MOST_INSTANCES = 7;

/** VPCs with blocks that do not overlap, their subnets, instances and NAT gateways. */
export function groundOf(random: Random): Ground {
  const count = random.pick([1, 2, 2, 3, 3, 3, 4]);
  const vpcs = Array.from({ length: count }, (_, index) => vpcOf(random, index));
  const subnets = vpcs.flatMap((vpc) => subnetsOf(random, vpc));
  return { vpcs, subnets, instances: instancesOf(random, vpcs, subnets), nats: natsOf(random, vpcs, subnets) };
}

function vpcOf(random: Random, index: number): Vpc {
  const cidrs = [`10.${16 * index}.0.0/16`, ...(random.chance(0.3) ? [`10.${16 * index + 8}.0.0/16`] : [])];
  return { name: `Vpc${index + 1}`, cidrs, internetGateway: random.chance(0.6) };
}

function subnetsOf(random: Random, vpc: Vpc): Subnet[] {
  const twoZones = random.chance(0.25);
  return Array.from({ length: random.int(2, 3) }, (_, index): Subnet => {
    const cidr = (index > 0 ? vpc.cidrs[1] : undefined) ?? vpc.cidrs[0] ?? '';
    const zone = twoZones && random.chance(0.4) ? 'b' : 'a';
    return { name: `${vpc.name}Subnet${index + 1}`, vpc: vpc.name, cidr: at(cidr, 256 * (index + 1), 24), zone };
  });
}

function instancesOf(random: Random, vpcs: readonly Vpc[], subnets: readonly Subnet[]): Ground['instances'] {
  const each = Math.max(1, Math.floor(MOST_INSTANCES / subnets.length));
  const all = subnets.flatMap((subnet, place) =>
    Array.from({ length: place < 2 ? random.int(1, 2) : random.int(0, each) }, (_, index) => {
      const isPublic = vpcs.some((vpc) => vpc.name === subnet.vpc && vpc.internetGateway) && random.chance(0.4);
      return {
        name: `${subnet.name}Host${index + 1}`,
        subnet: subnet.name,
        address: at(subnet.cidr, 10 + index),
        ...(isPublic ? { publicAddress: `52.0.${place}.${10 + index}` } : {}),
      };
    }),
  );
  return random.some(all, MOST_INSTANCES);
}

function natsOf(random: Random, vpcs: readonly Vpc[], subnets: readonly Subnet[]): Nat[] {
  return vpcs.flatMap((vpc, place): Nat[] => {
    const subnet = subnets.find((subnet) => subnet.vpc === vpc.name);
    if (!subnet || !random.chance(0.6)) return [];
    const isPublic = vpc.internetGateway && random.chance(0.7);
    return [
      {
        name: `${vpc.name}Nat`,
        subnet: subnet.name,
        address: at(subnet.cidr, 200),
        ...(isPublic ? { publicAddress: `52.1.${place}.200` } : {}),
      },
    ];
  });
}
