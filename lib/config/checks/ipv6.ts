import { ipv6SpaceOf, parseCidr, VPC_IPV6_SPACES } from '../../model';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Check } from './check';
import { hubTables } from './hub-routes';
import { nameVpc } from './survey';
import { blocksOf, isWithin, overlapping, type VpcBlock } from './vpc-blocks';

/** Lengths of blocks that AWS gives to VPCs, of which the last has a /64 for each zone and availability zone. */
const [LARGEST, SMALLEST, STEP] = [44, 56, 4];

/** IPv6 blocks that VPCs state are of the network, overlap nobody's, and are routed where the hub leads to them. */
export const checkIpv6: Check = (config) => {
  const stated = blocksOf(config, 'ipv6');
  return [
    ...spaceProblems(config),
    ...stated.flatMap((placed) => blockProblems(placed, config)),
    ...overlapping(stated, 'ipv6', 'network.ipv6.addressSpace'),
    ...unrouted(stated, config),
  ];
};

function spaceProblems({ network: { ipv6 } }: LandingZoneConfig): readonly ProblemDraft[] {
  return (ipv6?.addressSpace ?? []).flatMap((text, index) => {
    const block = parseCidr(text);
    if (!block || ipv6SpaceOf(block)) return [];
    return [
      {
        path: ['network', 'ipv6', 'addressSpace', index],
        message: `no pool of IPAM has the block ${text} for VPCs`,
        expected: VPC_IPV6_SPACES,
        remedy: 'take the block of the pool',
      },
    ];
  });
}

function blockProblems(placed: VpcBlock, { network }: LandingZoneConfig): readonly ProblemDraft[] {
  const { block, path: at } = placed;
  const path = [...at, 'ipv6'];
  if (!network.ipv6) {
    const message = `${nameVpc(placed)} states the IPv6 block ${block.text}, and the network has none`;
    const remedy = 'add network.ipv6 with the pool and its addresses, or take `amazon`';
    return [{ path, message, expected: 'a block of network.ipv6', remedy, dependsOn: [['network', 'ipv6']] }];
  }
  if (block.prefix < LARGEST || block.prefix > SMALLEST || block.prefix % STEP !== 0) {
    const message = `${nameVpc(placed)} has the IPv6 block ${block.text}, which is no size of a VPC`;
    const expected = `a block of /${LARGEST} to /${SMALLEST}, in steps of ${STEP}`;
    return [{ path, message, expected, remedy: 'choose another size' }];
  }
  const spaces = network.ipv6.addressSpace;
  if (isWithin(block, spaces)) return [];
  return [
    {
      path,
      message: `${nameVpc(placed)} (${block.text}) is outside the IPv6 addresses ${spaces.join(', ')}`,
      expected: `a block within ${spaces.join(', ')}`,
      remedy: 'take a free block of network.ipv6.addressSpace, or extend it',
      dependsOn: [['network', 'ipv6', 'addressSpace']],
    },
  ];
}

/** Where the firewall has IPv6, flows between VPCs that have it are opened in both families, and have to find the way. */
function unrouted(stated: readonly VpcBlock[], config: LandingZoneConfig): readonly ProblemDraft[] {
  const firewall = stated.find(({ name }) => name === config.network.inspection.vpc);
  if (!firewall) return [];
  const tables = hubTables(config);
  const attached = stated.filter(({ vpc, name }) => vpc.attachment && name !== firewall.name);
  return attached.flatMap((placed) => {
    const table = tables.get(placed.vpc.attachment?.associate ?? '');
    const others = attached.filter((other) => other.name !== placed.name);
    const lost = others.find(({ block }) => table?.next(block.text) === undefined);
    if (!table || !lost) return [];
    return [
      {
        path: [...placed.path, 'attachment', 'associate'],
        message: `${nameVpc(placed)} has IPv6, but its route table "${table.name}" has no route for ${lost.block.text} of "${lost.name}"`,
        expected: 'a route table that leads to the IPv6 addresses of the network',
        remedy: `add a route for ${config.network.ipv6?.addressSpace.join(', ') ?? lost.block.text} to the VPC "${firewall.name}" to "${table.name}" in network.hub.routeTables`,
        dependsOn: [['network', 'hub', 'routeTables']],
      },
    ];
  });
}
