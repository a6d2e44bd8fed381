import { PURPOSE_TAG } from '../../../model';
import type { End } from '../engine';
import { tagOf, ZONE_TAGS, type Network, type Outside, type Subnet, type Vpc } from '../network';
import { intersectRanges, uniteRanges, type Ranges } from '../packets';

/** A segment of the network with one level of trust. */
export interface Zone {
  /** `internet`, or the name of the VPC and the zone: `portal/data`. */
  readonly name: string;
  /** How it was found: by tags, from where its subnets' routes lead, or because packets come from there. */
  readonly by: 'tag' | 'routes' | 'outside';
  /** Name of its VPC; undefined outside of VPCs. */
  readonly vpc: string | undefined;
  /** Name within its VPC, by which zones of several VPCs may be asked for at once. */
  readonly local: string;
  readonly subnets: readonly Subnet[];
  /** What stands in it: its resources, and where there are none, whatever might. */
  readonly ends: readonly End[];
}

/** The zones of a network: the internet, those of its VPCs, and other networks outside. */
export function zonesOf(network: Network): readonly Zone[] {
  const vpcNames = uniqueNames([...network.vpcs.values()].filter(({ subnets }) => subnets.length > 0));
  const groups = new Map<string, { vpc: string; local: string; by: Zone['by']; subnets: Subnet[] }>();
  for (const subnet of network.subnets.values()) {
    const found = zoneOf(network, subnet);
    if (!found) continue;
    const vpc = vpcNames.get(subnet.vpc.key) ?? subnet.vpc.name;
    const key = `${vpc}/${found.local}`;
    const group = groups.get(key);
    if (group) group.subnets.push(subnet);
    else groups.set(key, { vpc, ...found, subnets: [subnet] });
  }
  const inside = [...groups].map(([name, group]): Zone => ({ name, ...group, ends: endsOf(group.subnets) }));
  const outside = [...network.outsides.values()].map((end): Zone => {
    const name = outsideName(end);
    return { name, by: 'outside', vpc: undefined, local: name, subnets: [], ends: [end] };
  });
  return [...outside, ...inside].toSorted(
    (a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

function rank({ by, name }: Zone): number {
  return name === 'internet' ? 0 : by === 'outside' ? 2 : 1;
}

/** Whether flows can name a zone: one of a VPC, the internet, a network beyond a line whose template names it. */
export function canBeNamed({ by, name, ends }: Zone): boolean {
  return by !== 'outside' || name === 'internet' || ends.some((end) => 'zone' in end && end.zone !== undefined);
}

function outsideName({ kind, key, name, zone }: Outside): string {
  if (zone !== undefined) return zone;
  return kind === 'internet'
    ? 'internet'
    : kind === 'service'
      ? key.replace(/^service /, 'service/')
      : name.replace(/^the network /, '');
}

/** Undefined for subnets in which nothing but a piece of the network stands. */
function zoneOf(network: Network, subnet: Subnet): Pick<Zone, 'local' | 'by'> | undefined {
  const resource = network.graph.templates
    .find((template) => template.path === subnet.origin.template)
    ?.resource(subnet.origin.logicalId);
  const tagged = resource && tagOf(resource, ZONE_TAGS);
  if (tagged !== undefined) return { local: tagged, by: 'tag' };
  if (resource && tagOf(resource, [PURPOSE_TAG]) !== undefined) return undefined;
  return { local: inferred(network, subnet), by: 'routes' };
}

/** Where a subnet's routes to the internet lead. */
function inferred(network: Network, subnet: Subnet): string {
  const own = network.outsides.get('internet')?.addresses ?? [];
  const internet = uniteRanges(own, network.book.nat64?.block ?? []);
  const leading = subnet.tables.options
    .flatMap(({ routes }) => routes)
    .filter(({ addresses }) => intersectRanges(addresses.may, internet).length > 0)
    .map(({ target }) => target.kind);
  if (leading.includes('internet-gateway') || leading.includes('carrier-gateway')) return 'public';
  if (leading.includes('unresolved')) return 'unknown';
  return leading.some((kind) => kind !== 'nowhere' && kind !== 'local') ? 'private-with-egress' : 'isolated';
}

function endsOf(subnets: readonly Subnet[]): readonly End[] {
  const places = subnets.flatMap((subnet) => subnet.places);
  const resources = places.filter(({ kind }) => kind === 'resource');
  // Whatever stands in a zone that has groups of its own wears them.
  const hosts = places.filter(({ kind, groups }) => kind === 'host' && (groups.apply || resources.length === 0));
  return [...resources, ...hosts];
}

/** Names of VPCs; those that are not unique have the name of their template before them. */
function uniqueNames(vpcs: readonly Vpc[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of vpcs) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    vpcs.map(({ key, name, origin }) => [
      key,
      (counts.get(name) ?? 0) > 1 && origin.template !== '' ? `${stem(origin.template)}:${name}` : name,
    ]),
  );
}

function stem(path: string): string {
  return path.replace(/^.*\//, '').replace(/(\.template)?\.[^.]+$/, '');
}

/** Addresses of all that stands in a zone. */
export function addressesOf({ ends }: Pick<Zone, 'ends'>): Ranges {
  return uniteRanges([], ...ends.map((end) => ('subnet' in end ? end.points : end.addresses)));
}
