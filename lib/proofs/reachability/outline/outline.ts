import type { Zone } from '../answers';
import type { Network, Origin, Subnet, Thing, TransitAttachment, TransitGateway } from '../network';

/** A resource of the network and what it is called. */
export interface Part {
  /** Unique in the outline. */
  readonly key: string;
  readonly name: string;
  readonly origin: Origin;
}

/** Something with an address in a subnet. */
export interface StandingPart extends Part {
  /** `AWS::ElasticLoadBalancingV2::LoadBalancer`. */
  readonly type: string;
}

export interface SubnetPart extends Part {
  readonly standing: readonly StandingPart[];
}

export interface VpcPart extends Part {
  /** False for a VPC that is only named. */
  readonly known: boolean;
  readonly subnets: readonly SubnetPart[];
}

type GatewayKind = 'internet' | 'egress-only' | 'virtual' | 'carrier' | 'local' | 'nat' | 'peering';

export interface GatewayPart extends Part {
  readonly kind: GatewayKind;
  /** Keys of the VPCs that it may serve. */
  readonly vpcs: readonly string[];
}

export interface AttachmentPart extends Part {
  readonly kind: TransitAttachment['kind'];
  /** Key of its VPC. */
  readonly vpc?: string;
  /** Key of what is beyond it, for what is no VPC. */
  readonly beyond?: string;
  /** Keys of the route tables with which it may be associated. */
  readonly tables: readonly string[];
}

export interface HubPart extends Part {
  /** False for a transit gateway that is only named. */
  readonly known: boolean;
  readonly attachments: readonly AttachmentPart[];
  readonly tables: readonly HubTable[];
}

/** A route table of a transit gateway. */
export interface HubTable extends Part {
  readonly routes: readonly HubRoute[];
}

export interface HubRoute {
  /** As written, or in words: `addresses of portal`. */
  readonly destination: string;
  /** Name of the attachment that it leads to; undefined where it leads nowhere or is not known. */
  readonly to?: string;
  readonly origin: Origin;
}

/** A zone of the matrix, and where it stands. */
export interface ZonePart {
  readonly name: string;
  /** Name within its VPC. */
  readonly local: string;
  readonly by: Zone['by'];
  /** What stands for an outside: the internet, a network, a service. */
  readonly outside?: 'internet' | 'network' | 'service';
  /** Key of its VPC; undefined outside of VPCs. */
  readonly vpc?: string;
  /** Keys of its subnets. */
  readonly subnets: readonly string[];
  /** Key of the gateway or attachment beyond which it lies. */
  readonly beyond?: string;
}

/** What the network is made of, for those who draw it: things and where they stand, nothing of what passes. */
export interface Outline {
  /** In the order of the matrix. */
  readonly zones: readonly ZonePart[];
  readonly vpcs: readonly VpcPart[];
  readonly gateways: readonly GatewayPart[];
  readonly hubs: readonly HubPart[];
}

export function outlineOf(network: Network, zones: readonly Zone[]): Outline {
  return {
    zones: zones.map((zone) => zonePart(zone)),
    vpcs: [...network.vpcs.values()].map((vpc) => ({
      ...partOf(vpc),
      known: vpc.known,
      subnets: vpc.subnets.map((subnet) => subnetPart(network, subnet)),
    })),
    gateways: gatewaysOf(network),
    hubs: [...network.transit.values()].map((hub) => hubPart(hub)),
  };
}

function zonePart({ name, local, by, subnets, ends }: Zone): ZonePart {
  const [subnet] = subnets;
  const [end] = ends;
  const outside = end !== undefined && !('subnet' in end) ? end : undefined;
  const beyond = outside?.kind === 'network' ? { beyond: outside.key.replace(/^beyond /, '') } : {};
  return {
    name,
    local,
    by,
    subnets: subnets.map(({ key }) => key),
    ...(subnet ? { vpc: subnet.vpc.key } : {}),
    ...(outside ? { outside: outside.kind, ...beyond } : {}),
  };
}

function partOf({ key, name, origin }: Thing): Part {
  return { key, name, origin };
}

function subnetPart({ passages }: Network, subnet: Subnet): SubnetPart {
  const endpoints = [...passages.values()].map(({ place }) => place).filter((place) => place.subnet === subnet);
  const standing = [...subnet.places.filter(({ kind }) => kind !== 'host'), ...endpoints];
  return { ...partOf(subnet), standing: standing.map((place) => ({ ...partOf(place), type: place.type })) };
}

function gatewaysOf(network: Network): readonly GatewayPart[] {
  const { internet, virtual, carrier, local, nats, peerings } = network;
  const attached = { internet, 'egress-only': network.egressOnly, virtual, carrier, local } as const;
  const kinds = Object.entries(attached) as readonly (readonly [GatewayKind, typeof internet])[];
  return [
    ...kinds.flatMap(([kind, gateways]) =>
      [...gateways.values()].map((gateway) => ({ ...partOf(gateway), kind, vpcs: gateway.vpcs.options })),
    ),
    ...[...nats.values()].map((nat) => ({ ...partOf(nat), kind: 'nat' as const, vpcs: [nat.place.subnet.vpc.key] })),
    ...[...peerings.values()].map((peering) => ({
      ...partOf(peering),
      kind: 'peering' as const,
      vpcs: peering.vpcs.flatMap(({ options }) => options),
    })),
  ];
}

function hubPart(hub: TransitGateway): HubPart {
  const names = new Map(hub.attachments.map((attachment) => [attachment.key, nameOf(attachment)]));
  const tables = new Map(
    hub.attachments.flatMap((attachment) => attachment.tables.options.map((table) => [table.key, table] as const)),
  );
  return {
    ...partOf(hub),
    known: hub.known,
    attachments: hub.attachments.map((attachment) => attachmentPart(attachment)),
    tables: [...tables.values()].map((table) => ({
      ...partOf(table),
      routes: table.routes.map(({ destination, target, origin }) => {
        const to = target.kind === 'attachment' ? (names.get(target.key) ?? target.key) : undefined;
        return { destination, origin, ...(to === undefined ? {} : { to }) };
      }),
    })),
  };
}

function attachmentPart(attachment: TransitAttachment): AttachmentPart {
  const vpc = attachment.subnets[0]?.vpc.key;
  const { beyond } = attachment;
  return {
    ...partOf(attachment),
    kind: attachment.kind,
    tables: attachment.tables.options.map(({ key }) => key),
    ...(vpc === undefined ? {} : { vpc }),
    ...(beyond === undefined ? {} : { beyond }),
  };
}

/** An attachment is known by what it attaches. */
function nameOf({ name, subnets }: TransitAttachment): string {
  return subnets[0]?.vpc.name ?? name;
}
