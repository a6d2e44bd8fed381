import type { Trilean } from '../../../model';
import { asText, type Graph, type Resource } from '../../../template';
import { NONE, uniteRanges, type Ranges } from '../packets';
import type { AddressBook } from './address-book';
import { carrierOf, inWavelength } from './carrier-addresses';
import { clientsReach } from './client-vpn';
import { coreNetworksOf } from './cloud-wan';
import { carrierGateways, localGateways } from './edge-gateways';
import { firewallPackets } from './firewall';
import type { GatewayDraft } from './gateways';
import { SecurityGroups } from './groups';
import { Layout } from './layout';
import type {
  Gateway,
  GroupSet,
  LocalGateway,
  NatGateway,
  Outside,
  Passage,
  Peering,
  Place,
  Subnet,
  TransitGateway,
  Vpc,
} from './model';
import { outsidesOf } from './outsides';
import type { PlaceDraft } from './place-drafts';
import { get, keyOf, originOf } from './reading';
import { Subnets } from './subnets';
import { transitGatewaysOf } from './transit';

/** Points of what surely, and of what possibly, wears a group. */
export interface Members {
  readonly may: Ranges;
  readonly must: Ranges;
}

/** The network that templates describe, as pure data: what packets meet on their way. Maps go by key. */
export interface Network {
  readonly graph: Graph;
  readonly book: AddressBook;
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly places: readonly Place[];
  readonly outsides: ReadonlyMap<string, Outside>;
  readonly internet: ReadonlyMap<string, Gateway>;
  readonly egressOnly: ReadonlyMap<string, Gateway>;
  readonly virtual: ReadonlyMap<string, Gateway>;
  readonly carrier: ReadonlyMap<string, Gateway>;
  readonly local: ReadonlyMap<string, LocalGateway>;
  readonly nats: ReadonlyMap<string, NatGateway>;
  readonly peerings: ReadonlyMap<string, Peering>;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly transit: ReadonlyMap<string, TransitGateway>;
  readonly members: ReadonlyMap<string, Members>;
  /** Points of everything whose groups are not known: it may wear any. */
  readonly strangers: Ranges;
  /** Points of everything for which AWS makes a group: it wears none that the templates do not name by it. */
  readonly made: Ranges;
  readonly groups: SecurityGroups;
}

const UNFILTERED: GroupSet = { groups: [], certain: [], apply: false, reasons: [] };

/** Reads the network of a graph. */
export function networkOf(graph: Graph): Network {
  const layout = new Layout(graph);
  const { book, gateways } = layout;
  const made = new Subnets(layout);
  const groups = new SecurityGroups(graph, book);
  const { vpcs, subnets } = made;
  const places = placesOf(layout, subnets, groups);
  const nats = natsOf(layout, subnets);
  for (const place of [...places, ...nats.map((nat) => nat.place)]) made.place(place);
  const transit = new Map([...transitGatewaysOf(layout, subnets), ...byKey(coreNetworksOf(layout, subnets))]);
  const edges = { carrier: carrierGateways(graph), local: localGateways(graph) };
  const gateway = (draft: GatewayDraft): Gateway => {
    const [vpcKey] = draft.vpcs.options;
    const vpc = vpcKey === undefined ? undefined : layout.survey.vpcs.get(vpcKey);
    const [table] = draft.tables;
    return { ...draft, table: table === undefined || !vpc ? undefined : made.table(table, vpc) };
  };
  return {
    graph,
    book,
    vpcs,
    subnets: withoutRegional(layout, subnets),
    places,
    internet: byKey(gateways.internet.map(gateway)),
    egressOnly: byKey(gateways.egressOnly.map(gateway)),
    virtual: byKey(gateways.virtual.map(gateway)),
    carrier: byKey(edges.carrier.map(gateway)),
    local: byKey(edges.local),
    nats: byKey(nats),
    peerings: byKey(gateways.peerings),
    passages: byKey(passagesOf(layout, subnets)),
    transit,
    outsides: byKey(outsidesOf(layout, transit, [...edges.carrier, ...edges.local])),
    members: membersOf(places),
    strangers: strangersOf(places),
    made: strangersOf(places, true),
    groups,
  };
}

function placesOf(layout: Layout, subnets: ReadonlyMap<string, Subnet>, groups: SecurityGroups): readonly Place[] {
  const { drafts, book } = layout;
  const resources = drafts.flatMap((draft): readonly Place[] => {
    const subnet = subnets.get(draft.subnet.key);
    if (!subnet || isPassage(draft)) return [];
    const { resource, standing } = draft;
    const opens = clientsReach(layout, draft);
    return [
      {
        key: `${keyOf(resource)} in ${subnet.key}`,
        name: resource.logicalId,
        origin: originOf(resource),
        kind: 'resource',
        type: resource.type,
        subnet,
        points: book.space.of(standing),
        choices: book.space.choices(standing),
        groups: groups.worn(draft),
        publicAddress: inWavelength(subnet) ? false : publicAddress(draft, subnet),
        carrierAddress: carrierOf(draft, subnet),
        publicSix: draft.publicSix,
        ...(opens ? { opens } : {}),
      },
    ];
  });
  const hosts = [...layout.hosts].flatMap(([draft, standing]): readonly Place[] => {
    const subnet = subnets.get(draft.key);
    if (!subnet) return [];
    const { key, name, origin, mapsPublicAddresses } = subnet;
    const points = book.space.of(standing);
    const own = groups.ofZone(draft);
    const worn = own.length > 0 ? { groups: own, certain: own, apply: true, reasons: [] } : UNFILTERED;
    return [
      {
        key: `host in ${key}`,
        name: `a host in ${name}`,
        origin,
        kind: 'host',
        type: '',
        subnet,
        points,
        choices: layout.book.space.choices(standing),
        groups: worn,
        ...(inWavelength(subnet)
          ? { publicAddress: false, carrierAddress: 'unknown' as const }
          : { publicAddress: mapsPublicAddresses }),
      },
    ];
  });
  const places = [...resources, ...hosts];
  return places;
}

function publicAddress({ publicAddress }: PlaceDraft, subnet: Subnet): Trilean {
  return publicAddress === 'subnet' ? subnet.mapsPublicAddresses : publicAddress;
}

function isPassage({ resource }: PlaceDraft): boolean {
  return asText(get(resource, 'VpcEndpointType')) === 'GatewayLoadBalancer';
}

function natsOf(layout: Layout, subnets: ReadonlyMap<string, Subnet>): readonly NatGateway[] {
  return layout.nats.flatMap(({ resource, subnet: draft, standing, key, name, origin }) => {
    const subnet = subnets.get(draft.key);
    if (!subnet) return [];
    const type = asText(get(resource, 'ConnectivityType')) ?? 'public';
    const isPublic = type === 'public' ? true : type === 'private' ? false : ('unknown' as const);
    const points = layout.book.space.of(standing);
    const place: Place = {
      key,
      name,
      origin,
      kind: 'nat',
      type: resource.type,
      subnet,
      points,
      choices: layout.book.space.choices(standing),
      groups: UNFILTERED,
      publicAddress: isPublic,
    };
    return [{ key, name, origin, isPublic, place }];
  });
}

/** The subnets of templates: that in which a regional NAT gateway is said to stand is none, nothing else can be in it. */
function withoutRegional({ survey }: Layout, subnets: ReadonlyMap<string, Subnet>): ReadonlyMap<string, Subnet> {
  return new Map([...subnets].filter(([key]) => survey.subnets.get(key)?.gateway === undefined));
}

function passagesOf(layout: Layout, subnets: ReadonlyMap<string, Subnet>): readonly Passage[] {
  const { graph, book } = layout;
  const packets = new Map<string, Passage['passes']>();
  return layout.passages.drafts.flatMap(({ key, resource, firewall, subnet: draft, standing }) => {
    const subnet = subnets.get(draft.key);
    if (!subnet) return [];
    const thing = { key, name: resource.logicalId, origin: originOf(resource) };
    const points = book.space.of(standing);
    const place: Place = {
      ...thing,
      kind: 'passage',
      type: resource.type,
      subnet,
      points,
      choices: layout.book.space.choices(standing),
      groups: UNFILTERED,
      publicAddress: false,
    };
    const owner = firewall ?? keyOf(resource);
    const passes = packets.get(owner) ?? firewallPackets(graph, firewallOf(graph, firewall), book);
    packets.set(owner, passes);
    return [{ ...thing, owner, place, passes }];
  });
}

function firewallOf(graph: Graph, key: string | undefined): Resource | undefined {
  return graph.ofType('AWS::NetworkFirewall::Firewall').find((resource) => keyOf(resource) === key);
}

function membersOf(places: readonly Place[]): ReadonlyMap<string, Members> {
  const strange = strangersOf(places);
  const lists = new Map<string, { may: Ranges[]; must: Ranges[] }>();
  for (const { groups, points } of places) {
    for (const { key } of groups.groups) {
      const list = lists.get(key) ?? { may: [strange], must: [] };
      (groups.reasons.length > 0 ? list.may : list.must).push(points);
      lists.set(key, list);
    }
  }
  return new Map(
    [...lists].map(([key, { may, must }]) => [
      key,
      { must: uniteRanges(NONE, ...must), may: uniteRanges(NONE, ...may, ...must) },
    ]),
  );
}

function strangersOf(places: readonly Place[], made = false): Ranges {
  const strange = places.filter(({ groups }) => groups.reasons.length > 0 && (groups.isMade ?? false) === made);
  return uniteRanges(NONE, ...strange.map(({ points }) => points));
}

function byKey<T extends { readonly key: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.key, thing]));
}
