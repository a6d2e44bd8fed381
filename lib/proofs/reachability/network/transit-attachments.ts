import { ZONE_TAG, type Trilean } from '../../../model';
import { asText, type Graph, type Resource, type Value } from '../../../template';
import { firewallPackets } from './firewall';
import { thingOf } from './gateways';
import type { Layout } from './layout';
import type { Subnet, TransitAttachment } from './model';
import { INTERNET } from './outsides';
import { at, get, keyOf, namedBy } from './reading';
import { tagOf } from './survey';

/** An attachment before its route table is known. */
export interface AttachmentDraft extends Omit<TransitAttachment, 'tables'> {
  readonly vpc: string | undefined;
  readonly resource: Resource;
  /** Key of what is attached, where AWS alone knows the id of the attachment: a VPN connection, a Direct Connect gateway. */
  readonly connected?: string;
  /** Whether IPv6 blocks of its VPC propagate. @default true */
  readonly announcesSix?: Trilean;
}

/** What is attached to transit gateways: networks, other gateways, firewalls, and whatever is beyond a connection. */
export function transitAttachmentsOf(layout: Layout, subnets: ReadonlyMap<string, Subnet>): readonly AttachmentDraft[] {
  const { graph } = layout;
  return [...vpcAttachments(graph, subnets), ...peerings(graph), ...outsides(graph), ...firewalls(layout)];
}

function vpcAttachments(graph: Graph, subnets: ReadonlyMap<string, Subnet>): readonly AttachmentDraft[] {
  return ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'].flatMap((type) =>
    graph.ofType(type).flatMap((resource) =>
      namedBy(resource.properties['TransitGatewayId'], resource).map(({ key: gateway }) => {
        const [vpc] = namedBy(resource.properties['VpcId'], resource);
        const stands = at(resource.properties, 'SubnetIds[]').flatMap(({ value }) =>
          namedBy(value, resource).flatMap((named) => subnets.get(named.key) ?? []),
        );
        // Defaults. Source: AWS::EC2::TransitGatewayAttachment Options; API reference, CreateTransitGatewayVpcAttachment.
        const groupReferences = isEnabled(get(resource, 'Options.SecurityGroupReferencingSupport') ?? 'enable');
        return {
          ...thingOf(resource),
          resource,
          gateway,
          kind: 'vpc' as const,
          vpc: vpc?.key,
          subnets: stands,
          applianceMode: isEnabled(get(resource, 'Options.ApplianceModeSupport') ?? 'disable'),
          beyond: undefined,
          announcesSix: isEnabled(get(resource, 'Options.Ipv6Support') ?? 'disable'),
          groupReferences,
        };
      }),
    ),
  );
}

function isEnabled(value: Value): Trilean {
  const text = asText(value);
  return text === 'enable' || (text === 'disable' ? false : 'unknown');
}

/** Both ends of a peering between transit gateways are one attachment, seen from either. */
function peerings(graph: Graph): readonly AttachmentDraft[] {
  return graph.ofType('AWS::EC2::TransitGatewayPeeringAttachment').flatMap((resource) => {
    const [own] = namedBy(resource.properties['TransitGatewayId'], resource);
    const [peer] = namedBy(resource.properties['PeerTransitGatewayId'], resource);
    if (!own || !peer) return [];
    const common = {
      ...thingOf(resource),
      resource,
      kind: 'peering' as const,
      vpc: undefined,
      subnets: [],
      applianceMode: false,
    };
    return [
      { ...common, gateway: own.key, beyond: peer.key },
      { ...common, gateway: peer.key, beyond: own.key },
    ];
  });
}

/** VPN connections, Direct Connect gateways and Connect attachments: what is behind them announces its routes at run time. */
function outsides(graph: Graph): readonly AttachmentDraft[] {
  const connects = graph.ofType('AWS::EC2::TransitGatewayConnect').flatMap((resource) => {
    const carriers = namedBy(resource.properties['TransportTransitGatewayAttachmentId'], resource);
    return behind(
      resource,
      carriers.flatMap(({ key }) => gatewayOfAttachment(graph, key)),
    );
  });
  const connections = graph.ofType('AWS::EC2::VPNConnection').flatMap((resource) =>
    behind(
      resource,
      namedBy(resource.properties['TransitGatewayId'], resource).map(({ key }) => key),
      keyOf(resource),
    ),
  );
  const associations = graph.ofType('AWS::DirectConnect::DirectConnectGatewayAssociation').flatMap((resource) =>
    behind(
      resource,
      namedBy(resource.properties['AssociatedGatewayId'], resource)
        .map(({ key }) => key)
        .filter((key) => !key.startsWith('=vgw-') && resourceOf(graph, key)?.type !== 'AWS::EC2::VPNGateway'),
      namedBy(resource.properties['DirectConnectGatewayId'], resource)[0]?.key,
    ),
  );
  return [...connects, ...connections, ...associations];
}

/** Firewalls that stand at a gateway itself: its route tables alone lead to them. */
function firewalls({ graph, book }: Layout): readonly AttachmentDraft[] {
  return graph.ofType('AWS::NetworkFirewall::Firewall').flatMap((resource) =>
    namedBy(resource.properties['TransitGatewayId'], resource).map(({ key: gateway }) => ({
      ...thingOf(resource),
      resource,
      gateway,
      kind: 'firewall' as const,
      vpc: undefined,
      subnets: [],
      applianceMode: false,
      beyond: undefined,
      passes: firewallPackets(graph, resource, book),
    })),
  );
}

function behind(resource: Resource, gateways: readonly string[], connected?: string): readonly AttachmentDraft[] {
  const zone = zoneBeyond(resource);
  return gateways.map((gateway) => ({
    ...thingOf(resource),
    resource,
    gateway,
    kind: 'outside' as const,
    vpc: undefined,
    subnets: [],
    applianceMode: false,
    beyond: `beyond ${keyOf(resource)}`,
    ...(zone === undefined ? {} : { zone }),
    ...(connected === undefined ? {} : { connected }),
  }));
}

/** Name of the network at the other end: a tag; where the type has no tags, the resource's metadata of the same key. */
function zoneBeyond(resource: Resource): string | undefined {
  const name = tagOf(resource, [ZONE_TAG]) ?? resource.metadata[ZONE_TAG];
  return typeof name === 'string' && /^[A-Za-z][\w-]*$/.test(name) && name !== INTERNET ? name : undefined;
}

function gatewayOfAttachment(graph: Graph, key: string): readonly string[] {
  const resource = resourceOf(graph, key);
  return resource ? namedBy(resource.properties['TransitGatewayId'], resource).map((named) => named.key) : [];
}

/** The resource that a key means, where the templates hold it. */
export function resourceOf(graph: Graph, key: string): Resource | undefined {
  const mark = key.lastIndexOf('#');
  if (mark < 0) return undefined;
  const path = key.slice(0, mark);
  return graph.templates.find((template) => template.path === path)?.resource(key.slice(mark + 1));
}
