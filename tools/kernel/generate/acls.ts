import { family } from '../address';
import type { Random } from '../random';
import type { Acl, AclEntry, Subnet, Traffic, Vpc } from '../topology';
import type { Ground } from './ground';
import { SERVICES, trafficOf } from './traffic';

const EVERYWHERE = { 4: '0.0.0.0/0', 6: '::/0' } as const;

/** What AWS and Linux choose client ports from. A boundary within Linux's range would make answers depend on luck. */
const CLIENT_PORTS: readonly (readonly [number, number])[] = [
  [1024, 65535],
  [32768, 65535],
];

export interface Filtering {
  readonly acls: readonly Acl[];
  readonly subnets: readonly Subnet[];
}

/** Network ACLs of all VPCs, and the subnets with their associations. */
export function filteringOf(
  random: Random,
  ground: Ground,
  subnets: readonly Subnet[],
  outsiders: readonly string[],
): Filtering {
  const sources = [...ground.vpcs.flatMap((vpc) => vpc.cidrs), ...subnets.map(({ cidr }) => cidr)];
  const hosts = [...ground.instances.map(({ address }) => address), ...outsiders].map((address) => `${address}/32`);
  const acls = ground.vpcs.flatMap((vpc) => aclsOf(random, vpc, [EVERYWHERE[4], EVERYWHERE[4], ...sources, ...hosts]));
  const associated = subnets.map((subnet) => {
    const own = acls.filter(({ vpc }) => vpc === subnet.vpc);
    return own.length > 0 && random.chance(0.4) ? { ...subnet, acl: random.pick(own).name } : subnet;
  });
  return { acls, subnets: associated };
}

function aclsOf(random: Random, vpc: Vpc, blocks: readonly string[]): Acl[] {
  if (!random.chance(0.6)) return [];
  return Array.from({ length: random.int(1, 2) }, (_, index): Acl => {
    const entries = [false, true].flatMap((egress) => entriesOf(random, egress, blocks));
    const kept = random.chance(0.25) ? random.some(entries, entries.length - 1) : entries;
    const oneWay = random.chance(0.12) ? kept.filter(({ egress }) => !egress) : kept;
    return { name: `${vpc.name}Acl${index + 1}`, vpc: vpc.name, entries: oneWay };
  });
}

/**
 * Denies below, among and after allows: of everything, or of some services and the replies to them.
 * @param blocks of one family; some of the first are allowed
 * @param numbers that are taken
 */
export function entriesOf(
  random: Random,
  egress: boolean,
  blocks: readonly string[],
  numbers: Set<number> = new Set(),
): AclEntry[] {
  const everywhere = EVERYWHERE[family(blocks[0] ?? '')];
  const open = random.chance(0.7);
  const allows: Traffic[] = open ? [{ protocol: 'all' }] : [...someTraffic(random), ...replies(random)];
  const entry = (traffic: Traffic, allow: boolean, low: number, high: number, cidr: string): AclEntry[] => {
    const number = random.int(low, high);
    if (numbers.has(number)) return [];
    numbers.add(number);
    return [{ ...traffic, number, egress, allow, cidr }];
  };
  return [
    ...allows.flatMap((traffic) => entry(traffic, true, 100, 199, open ? everywhere : random.pick(blocks.slice(0, 6)))),
    ...Array.from({ length: random.int(0, 2) }, () => aclTraffic(random)).flatMap((traffic) =>
      entry(traffic, false, 50, 220, random.pick(blocks)),
    ),
  ];
}

/**
 * Ranges that begin where clients may speak from are wide: the probes must find a client port in each that is nobody's
 * service.
 */
function aclTraffic(random: Random): Traffic {
  const traffic = trafficOf(random);
  const { ports } = traffic;
  if (ports === undefined || ports[0] < 1024) return traffic;
  return { ...traffic, ports: [SERVICES.tcp.find((port) => port >= ports[0]) ?? ports[0], 9999] };
}

function someTraffic(random: Random): Traffic[] {
  return Array.from({ length: random.int(1, 3) }, () => aclTraffic(random));
}

function replies(random: Random): Traffic[] {
  const ports = random.pick(CLIENT_PORTS);
  const all: Traffic[] = [{ protocol: 'tcp', ports }, { protocol: 'udp', ports }, { protocol: 'icmp' }];
  return random.chance(0.2) ? [...random.some(all, 2)] : all;
}
