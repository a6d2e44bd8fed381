import type { Random } from '../random';
import type { Destination, Group, GroupRule, Instance, Peering, PrefixList, Vpc } from '../topology';
import type { Ground } from './ground';
import { trafficOf } from './traffic';

const EVERYWHERE = '0.0.0.0/0';

export interface Guard {
  readonly groups: readonly Group[];
  readonly instances: readonly Instance[];
}

export interface Neighbours {
  readonly ground: Ground;
  readonly peerings: readonly Peering[];
  readonly lists: readonly PrefixList[];
  readonly outsiders: readonly string[];
}

/** Security groups of all VPCs, and the instances with theirs. */
export function guardOf(random: Random, neighbours: Neighbours): Guard {
  const { vpcs, subnets, instances } = neighbours.ground;
  const names = new Map(vpcs.map((vpc) => [vpc.name, groupNames(random, vpc)]));
  const groups = vpcs.flatMap((vpc) => [
    ...(names.get(vpc.name) ?? []).map((name) => groupOf(random, { name, vpc, names, neighbours })),
    defaultOf(vpc),
  ]);
  const guarded = instances.map((instance): Instance => {
    const vpc = subnets.find(({ name }) => name === instance.subnet)?.vpc ?? '';
    const own = random.some(names.get(vpc) ?? [], random.pick([1, 1, 1, 2]));
    return { ...instance, groups: random.chance(0.1) ? [defaultName(vpc)] : own };
  });
  return { groups, instances: guarded };
}

function groupNames(random: Random, vpc: Vpc): string[] {
  return Array.from({ length: random.int(2, 3) }, (_, index) => `${vpc.name}Group${index + 1}`);
}

function defaultName(vpc: string): string {
  return `${vpc}DefaultGroup`;
}

function defaultOf(vpc: Vpc): Group {
  const name = defaultName(vpc.name);
  return { name, vpc: vpc.name, isDefault: true, ingress: [{ protocol: 'all', peer: { group: name } }] };
}

interface Draft {
  readonly name: string;
  readonly vpc: Vpc;
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly neighbours: Neighbours;
}

function groupOf(random: Random, draft: Draft): Group {
  const { name, vpc } = draft;
  const ingress = rulesOf(random, () => sourceOf(random, draft));
  const egress = rulesOf(random, () => peerOf(random, draft));
  return { name, vpc: vpc.name, ingress, ...(random.chance(0.65) ? {} : { egress }) };
}

/** Narrow rules, and in most groups one that lets much through: else hardly any route is ever put to the test. */
function rulesOf(random: Random, peer: () => GroupRule['peer']): GroupRule[] {
  const broad: GroupRule[] = [
    { protocol: random.pick(['all', 'all', 'tcp', 'udp']), peer: { cidr: random.pick([EVERYWHERE, '10.0.0.0/8']) } },
  ];
  const narrow = Array.from({ length: random.int(1, 4) }, (): GroupRule => ({ ...trafficOf(random), peer: peer() }));
  return random.chance(0.6) ? [...narrow, ...broad] : narrow;
}

/** A source may also be a group of another VPC: peered, or not, where AWS finds nobody in it. */
function sourceOf(random: Random, draft: Draft): GroupRule['peer'] {
  const others = [...draft.names].filter(([vpc]) => vpc !== draft.vpc.name);
  if (others.length === 0 || !random.chance(0.15)) return peerOf(random, draft);
  const peered = others.filter(([vpc]) =>
    draft.neighbours.peerings.some(({ vpcs }) => vpcs.includes(vpc) && vpcs.includes(draft.vpc.name)),
  );
  const [, groups] = random.pick(peered.length > 0 && random.chance(0.8) ? peered : others);
  return { group: random.pick(groups) };
}

function peerOf(random: Random, { name, vpc, names, neighbours }: Draft): GroupRule['peer'] {
  const { ground, lists, outsiders } = neighbours;
  const own = names.get(vpc.name) ?? [];
  const kind = random.int(1, 10);
  if (kind <= 4) return { cidr: random.pick([EVERYWHERE, EVERYWHERE, '10.0.0.0/8']) };
  if (kind <= 5) return { cidr: random.pick(ground.vpcs.flatMap((vpc) => vpc.cidrs)) };
  if (kind <= 6) return { cidr: random.pick(ground.subnets).cidr };
  if (kind <= 7)
    return hostOf(
      random,
      [...ground.instances, ...ground.nats].map((host) => host.address),
      outsiders,
    );
  if (kind <= 8) return { group: random.pick([...own, name, defaultName(vpc.name)]) };
  if (kind <= 9) return { group: random.pick(own) };
  return lists.length > 0 ? { list: random.pick(lists).name } : { cidr: EVERYWHERE };
}

function hostOf(random: Random, inside: readonly string[], outsiders: readonly string[]): Destination {
  return { cidr: `${random.pick([...inside, ...outsiders])}/32` };
}
