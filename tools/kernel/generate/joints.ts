import type { Random } from '../random';
import { named } from '../topology';
import type { Attachment, Peering, Transit, TransitPeering, TransitRoute, TransitTable } from '../topology';
import type { Ground } from './ground';

/** What joins VPCs to each other. */
export interface Joints {
  readonly peerings: readonly Peering[];
  readonly transits: readonly Transit[];
  readonly attachments: readonly Attachment[];
  readonly transitTables: readonly TransitTable[];
  readonly transitPeerings: readonly TransitPeering[];
}

/** Peering connections and transit gateways with their tables. */
export function jointsOf(random: Random, ground: Ground): Joints {
  const { vpcs } = ground;
  const peerings = pairsOf(vpcs)
    .filter(() => random.chance(0.6))
    .map(([one, other], index): Peering => ({ name: `Peering${index + 1}`, vpcs: [one.name, other.name] }));
  const count = vpcs.length < 2 || random.chance(0.2) ? 0 : vpcs.length > 2 && random.chance(0.45) ? 2 : 1;
  const transits = Array.from({ length: count }, (_, index): Transit => ({ name: `Transit${index + 1}` }));
  const attachments = attachmentsOf(random, ground, transits);
  const transitPeerings = pairsOf(transits)
    .filter(() => random.chance(0.85))
    .map(([one, other]): TransitPeering => ({ name: 'TransitPeering', transits: [one.name, other.name] }));
  const bare = { peerings, transits, attachments, transitPeerings };
  return { ...bare, transitTables: transits.flatMap((transit) => tablesOf(random, ground, bare, transit)) };
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}

function attachmentsOf(random: Random, { vpcs, subnets }: Ground, transits: readonly Transit[]): Attachment[] {
  if (transits.length === 0) return [];
  return vpcs.flatMap((vpc, index): Attachment[] => {
    const transit = transits[index % transits.length]?.name ?? '';
    if (!random.chance(0.92)) return [];
    const own = subnets.filter((subnet) => subnet.vpc === vpc.name);
    const [home = random.pick(own)] = random.chance(0.5) ? own.slice(-1) : [];
    // Which subnet is used after another transit gateway is not documented: there each attachment has one.
    const others = transits.length > 1 ? [] : own.filter(({ zone }) => zone !== home.zone);
    const more = others.length > 0 && random.chance(0.6) ? [random.pick(others)] : [];
    return [
      { name: `${vpc.name}Attachment`, transit, vpc: vpc.name, subnets: [home, ...more].map(({ name }) => name) },
    ];
  });
}

type Bare = Omit<Joints, 'transitTables'>;

function tablesOf(random: Random, ground: Ground, joints: Bare, transit: Transit): TransitTable[] {
  const own = joints.attachments.filter((attachment) => attachment.transit === transit.name);
  const names = own.map(({ name }) => name);
  const peers = joints.transitPeerings.map(({ name }) => name);
  if (peers.length === 0 && random.chance(0.35)) {
    const name = `${transit.name}Default`;
    return [{ name, transit: transit.name, isDefault: true, associations: names, propagations: names, routes: [] }];
  }
  const tables = Array.from({ length: random.int(1, 3) }, (_, index) => `${transit.name}Table${index + 1}`);
  const homes = new Map([...names, ...peers].map((name) => [name, random.chance(0.95) ? random.pick(tables) : '']));
  return tables.map((name) => ({
    name,
    transit: transit.name,
    associations: [...homes].filter(([, home]) => home === name).map(([attachment]) => attachment),
    propagations: names.filter(() => random.chance(0.85)),
    routes: routesOf(random, ground, joints, own),
  }));
}

/** Static routes: to their owner, to a peer, to nowhere, and a default route to one VPC. */
function routesOf(
  random: Random,
  { vpcs, subnets, nats }: Ground,
  joints: Bare,
  own: readonly Attachment[],
): TransitRoute[] {
  const routes = new Map<string, TransitRoute>();
  const add = (cidr: string, attachment?: string): void => {
    if (!routes.has(cidr)) routes.set(cidr, { cidr, ...(attachment === undefined ? {} : { attachment }) });
  };
  for (const vpc of vpcs) {
    const [primary = ''] = vpc.cidrs;
    if (random.chance(0.12)) add(primary);
    if (random.chance(0.12)) add(primary.replace('.0.0/16', `.${random.int(1, 3)}.0/24`));
    const home = own.find((attachment) => attachment.vpc === vpc.name);
    if (home && random.chance(0.3)) add(random.pick(vpc.cidrs), home.name);
    const peer = joints.transitPeerings[0];
    if (!home && peer && random.chance(0.95)) for (const cidr of vpc.cidrs) add(cidr, peer.name);
  }
  const outlets = nats.flatMap((nat) => (nat.publicAddress === undefined ? [] : [named(subnets, nat.subnet).vpc]));
  const exits = own.filter(({ vpc }) => outlets.includes(vpc));
  if (exits.length > 0 && random.chance(0.75)) add('0.0.0.0/0', random.pick(exits).name);
  return [...routes.values()];
}
