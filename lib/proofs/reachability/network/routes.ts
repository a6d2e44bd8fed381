import { asText, Reference, Unknown, type Graph, type Resource, type Value } from '../../../template';
import { blockOf } from '../addresses';
import type { Ranges } from '../packets';
import type { AddressBook } from './address-book';
import { exactly, type Bounded } from './bounded';
import { compileRoutes, PRECEDENCE, routeTable, type WrittenRoute } from './compile-routes';
import { LATTICE, latticeAssociations } from './lattice-addresses';
import type { Passages } from './passages';
import type { RouteTable, Target } from './model';
import { prefixListEntries, strangeList } from './prefix-lists';
import { at, get, namedBy, namedByArn, originOf } from './reading';
import { serviceOf } from './services';
import type { VpcDraft } from './survey';
import { staticRoutesOf } from './vpn-routes';

/** What route tables are made of. */
export interface RouteContext {
  readonly graph: Graph;
  readonly book: AddressBook;
  readonly passages: Passages;
  /** Addresses of a VPC by its key. */
  readonly vpcAddresses: (key: string) => Ranges;
}

/** The routes that stand in each route table, by its key. */
export class WrittenRoutes {
  private readonly byTable = new Map<string, WrittenRoute[]>();
  private readonly lattice: ReturnType<typeof latticeAssociations>;

  constructor(private readonly context: RouteContext) {
    const { graph } = context;
    this.lattice = latticeAssociations(graph);
    for (const resource of graph.ofType('AWS::EC2::Route')) this.readRoute(resource);
    for (const resource of graph.ofType('AWS::EC2::VPNGatewayRoutePropagation')) this.readPropagation(resource);
    for (const resource of graph.ofType('AWS::EC2::VPCEndpoint')) this.readEndpoint(resource);
  }

  /** The route table of a key, with the local routes of its VPC, and others that AWS puts into it. */
  table(
    key: string,
    name: string,
    origin: RouteTable['origin'],
    vpc: VpcDraft,
    made: readonly WrittenRoute[] = [],
  ): RouteTable {
    const addresses = exactly(this.context.vpcAddresses(vpc.key));
    const known = vpc.blocks.map((block) => ({ matches: this.context.book.block(block), prefix: block.prefix }));
    // Addresses that no template says are still the VPC's own.
    const all = [
      ...known,
      {
        matches: addresses,
        prefix: vpc.blocks.length === 0 ? 129 : Math.min(...vpc.blocks.map(({ prefix }) => prefix)),
      },
    ];
    const local = all.map(({ matches, prefix }): WrittenRoute => ({
      target: { kind: 'local' },
      origin: vpc.origin,
      destination: `addresses of ${vpc.name}`,
      matches: { may: matches.must, must: matches.must, reasons: [] },
      prefix,
      precedence: PRECEDENCE.fixed,
      sure: true,
      overridesLocal: true,
    }));
    const own = [...made, ...(this.byTable.get(key) ?? []), ...this.toLattice(vpc)];
    return routeTable({ key, name, origin }, compileRoutes([...local, ...own]));
  }

  /** An association with a service network puts the prefix list of VPC Lattice into all tables of a VPC. */
  private toLattice(vpc: VpcDraft): readonly WrittenRoute[] {
    const association = this.lattice.get(vpc.key);
    if (!association) return [];
    return [
      {
        target: { kind: 'service', key: LATTICE },
        origin: originOf(association),
        destination: 'prefix list of VPC Lattice',
        matches: exactly(this.context.book.lattice),
        prefix: 24,
        precedence: PRECEDENCE.prefixList,
        sure: association.condition === undefined,
        overridesLocal: false,
      },
    ];
  }

  private readRoute(resource: Resource): void {
    const tables = namedBy(resource.properties['RouteTableId'], resource);
    const targets = targetsOf(resource, this.context);
    const sure = tables.length === 1 && targets.length === 1 && this.isSure(resource, tables[0]?.key ?? '');
    for (const target of targets) {
      for (const route of this.destinations(resource)) {
        const made = { ...route, target, origin: originOf(resource), sure, overridesLocal: overridesLocal(target) };
        for (const { key } of tables) this.add(key, made);
      }
    }
  }

  private isSure(resource: Resource, tableKey: string): boolean {
    if (resource.condition === undefined) return true;
    const [template = '', logicalId = ''] = tableKey.split('#');
    const table = this.context.graph.follow(new Reference(logicalId, undefined, template));
    return table !== undefined && this.context.graph.accompanies(table, resource) === true;
  }

  private destinations(resource: Resource): readonly Destination[] {
    const { graph, book } = this.context;
    const blocks = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'].flatMap((name) => {
      const value = get(resource, name);
      return value === undefined ? [] : [destinationOf(value, resource, book)];
    });
    const list = get(resource, 'DestinationPrefixListId');
    if (list === undefined) return blocks;
    const entries = prefixListEntries(list, graph);
    const { prefixList: precedence } = PRECEDENCE;
    if (!entries) {
      const matches = { may: book.space.all, must: [], reasons: [strangeList(list, resource)] };
      return [...blocks, { destination: 'a prefix list', matches, prefix: undefined, precedence }];
    }
    return [...blocks, ...entries.map(({ cidr, home }) => ({ ...destinationOf(cidr, home, book), precedence }))];
  }

  /** Routes that a virtual private gateway learns: static ones of its VPN connections, and what its peer announces. */
  private readPropagation(resource: Resource): void {
    const tables = at(resource.properties, 'RouteTableIds[]').flatMap(({ value }) => namedBy(value, resource));
    const [gateway] = namedBy(resource.properties['VpnGatewayId'], resource);
    if (!gateway) return;
    const common = {
      target: { kind: 'virtual-gateway', key: gateway.key } as const,
      precedence: PRECEDENCE.propagated,
      overridesLocal: false,
    };
    for (const { key } of tables) {
      for (const route of this.propagated(resource, gateway.key)) this.add(key, { ...route, ...common });
    }
  }

  private propagated(
    resource: Resource,
    gateway: string,
  ): readonly Pick<WrittenRoute, keyof Destination | 'origin' | 'sure'>[] {
    const { graph, book } = this.context;
    const fixed = staticRoutesOf(graph, gateway);
    if (!fixed) {
      const reason = `what ${resource.logicalId} propagates is announced at run time`;
      const matches = { may: book.space.all, must: [], reasons: [reason] };
      const destination = 'propagated routes';
      const { propagated: precedence } = PRECEDENCE;
      return [{ destination, matches, prefix: undefined, precedence, origin: originOf(resource), sure: false }];
    }
    return fixed.map((route) => ({
      ...destinationOf(get(route, 'DestinationCidrBlock'), route, book),
      origin: originOf(route),
      sure: resource.condition === undefined && route.condition === undefined,
    }));
  }

  /** A gateway endpoint puts its service's prefix list into route tables. */
  private readEndpoint(resource: Resource): void {
    const type = asText(get(resource, 'VpcEndpointType')) ?? 'Gateway';
    if (type !== 'Gateway') return;
    const service = serviceOf(resource);
    for (const { value } of at(resource.properties, 'RouteTableIds[]')) {
      for (const { key } of namedBy(value, resource)) {
        this.add(key, {
          target: { kind: 'service', key: `service ${service}` },
          origin: originOf(resource),
          destination: `prefix list of ${service}`,
          matches: exactly(this.context.book.service(service)),
          prefix: 32,
          precedence: PRECEDENCE.prefixList,
          sure: resource.condition === undefined,
          overridesLocal: false,
        });
      }
    }
  }

  private add(key: string, route: WrittenRoute): void {
    const routes = this.byTable.get(key);
    if (routes) routes.push(route);
    else this.byTable.set(key, [route]);
  }
}

type Destination = Pick<WrittenRoute, 'destination' | 'matches' | 'prefix' | 'precedence'>;

/** A destination that is written as a block, or not known. */
export function destinationOf(value: Value | undefined, resource: Resource, book: AddressBook): Destination {
  const text = asText(value);
  const block = text === undefined ? undefined : blockOf(text);
  const matches: Bounded<Ranges> = book.addresses(value, resource);
  const known = block !== undefined || matches.reasons.length === 0;
  return {
    destination: text ?? (value instanceof Unknown ? (value.source ?? 'unknown addresses') : 'unknown addresses'),
    matches,
    prefix: block?.prefix ?? (known ? 32 : undefined),
    precedence: PRECEDENCE.fixed,
  };
}

function overridesLocal({ kind }: Target): boolean {
  return kind === 'nat-gateway' || kind === 'interface' || kind === 'endpoint' || kind === 'unresolved';
}

const TARGETS = {
  EgressOnlyInternetGatewayId: 'egress-only-gateway',
  NatGatewayId: 'nat-gateway',
  VpcPeeringConnectionId: 'peering',
  TransitGatewayId: 'transit-gateway',
  CoreNetworkArn: 'transit-gateway',
  CarrierGatewayId: 'carrier-gateway',
  LocalGatewayId: 'local-gateway',
  NetworkInterfaceId: 'interface',
  InstanceId: 'interface',
} as const;

/** Where a route leads: several when that depends on what is decided at deployment. */
function targetsOf(resource: Resource, context: RouteContext): readonly Target[] {
  const targets: Target[] = [];
  for (const [property, kind] of Object.entries(TARGETS)) {
    const named = property.endsWith('Arn') ? namedByArn : namedBy;
    for (const { key } of named(resource.properties[property], resource)) targets.push({ kind, key });
  }
  for (const { key, reason } of namedBy(resource.properties['GatewayId'], resource)) {
    targets.push(gatewayTarget(key, reason, context.graph));
  }
  if (resource.properties['VpcEndpointId'] !== undefined) targets.push(context.passages.target(resource));
  if (resource.properties['OdbNetworkArn'] !== undefined) {
    targets.push({
      kind: 'unresolved',
      reason: `${resource.logicalId} leads to an OdbNetwork, which is not modelled`,
    });
  }
  if (targets.length > 0) return targets;
  return [{ kind: 'unresolved', reason: `${resource.logicalId} names no target that is known here` }];
}

function gatewayTarget(key: string, reason: string | undefined, graph: Graph): Target {
  if (key === '=local') return { kind: 'local' };
  const [template = '', logicalId = ''] = key.split('#');
  const type = graph.follow(new Reference(logicalId, undefined, template))?.type;
  if (type === 'AWS::EC2::InternetGateway' || key.startsWith('=igw-')) return { kind: 'internet-gateway', key };
  if (type === 'AWS::EC2::VPNGateway' || key.startsWith('=vgw-')) return { kind: 'virtual-gateway', key };
  return { kind: 'unresolved', reason: reason ?? `${logicalId} is no gateway that is known here` };
}
