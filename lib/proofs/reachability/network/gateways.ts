import { asText, type Graph, type Resource } from '../../../template';
import type { Standing } from '../addresses';
import type { Choice } from './bounded';
import type { Thing } from './model';
import { get, keyOf, namedBy, originOf } from './reading';
import { standingIn } from './stated-addresses';
import type { SubnetDraft, Survey } from './survey';

/** A gateway before route tables are worked out. */
export interface GatewayDraft extends Thing {
  readonly vpcs: Choice<string>;
  /** Keys of route tables for what comes in. */
  readonly tables: readonly string[];
}

/** A NAT gateway before its address is worked out. */
export interface NatDraft extends Thing {
  readonly resource: Resource;
  readonly subnet: SubnetDraft;
  readonly standing: Standing;
}

export interface PeeringDraft extends Thing {
  readonly vpcs: readonly [Choice<string>, Choice<string>];
}

/** The gateways of VPCs by key. */
export interface GatewayDrafts {
  readonly internet: readonly GatewayDraft[];
  readonly egressOnly: readonly GatewayDraft[];
  readonly virtual: readonly GatewayDraft[];
  readonly nats: readonly NatDraft[];
  readonly peerings: readonly PeeringDraft[];
}

/** Reads the gateways of VPCs, those that are only attached by an id included. */
export function gatewayDrafts(graph: Graph, survey: Survey): GatewayDrafts {
  return {
    internet: attached(graph, 'InternetGatewayId', 'AWS::EC2::InternetGateway'),
    virtual: attached(graph, 'VpnGatewayId', 'AWS::EC2::VPNGateway'),
    egressOnly: graph.ofType('AWS::EC2::EgressOnlyInternetGateway').map((resource) => ({
      ...thingOf(resource),
      vpcs: choice(resource, 'VpcId'),
      tables: [],
    })),
    nats: graph.ofType('AWS::EC2::NatGateway').map((resource) => natDraft(graph, resource, survey)),
    peerings: graph.ofType('AWS::EC2::VPCPeeringConnection').map((resource) => ({
      ...thingOf(resource),
      vpcs: [choice(resource, 'VpcId'), choice(resource, 'PeerVpcId')] as const,
    })),
  };
}

export function thingOf(resource: Resource): Thing {
  return { key: keyOf(resource), name: resource.logicalId, origin: originOf(resource) };
}

/** Gateways by their attachments: one that is attached to no VPC leads nowhere. */
function attached(graph: Graph, property: string, type: string): readonly GatewayDraft[] {
  const edges = edgeTables(graph);
  const drafts = new Map<string, GatewayDraft>();
  for (const resource of graph.ofType(type)) {
    const thing = thingOf(resource);
    drafts.set(thing.key, { ...thing, vpcs: { options: [], reasons: [] }, tables: edges.get(thing.key) ?? [] });
  }
  for (const attachment of graph.ofType('AWS::EC2::VPCGatewayAttachment')) {
    const gateways = namedBy(attachment.properties[property], attachment);
    for (const { key } of gateways) {
      const draft = drafts.get(key) ?? {
        ...thingOf(attachment),
        key,
        vpcs: { options: [], reasons: [] },
        tables: edges.get(key) ?? [],
      };
      const vpcs = choice(attachment, 'VpcId');
      const unsure = gateways.length > 1 ? ['which gateway is attached is decided at deployment'] : [];
      drafts.set(key, {
        ...draft,
        vpcs: {
          options: [...draft.vpcs.options, ...vpcs.options],
          reasons: [...draft.vpcs.reasons, ...vpcs.reasons, ...unsure, ...conditional(attachment)],
        },
      });
    }
  }
  return [...drafts.values()];
}

/** An attachment under a condition of its own may not exist. */
function conditional(resource: Resource): readonly string[] {
  const { condition } = resource;
  if (condition === undefined) return [];
  const sameFate = resource.template.resources.some(
    (other) =>
      other !== resource && other.condition === condition && /::(InternetGateway|VPNGateway|VPC)$/.test(other.type),
  );
  return sameFate ? [] : [`${resource.logicalId} depends on condition ${condition}`];
}

function edgeTables(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, readonly string[]>();
  for (const resource of graph.ofType('AWS::EC2::GatewayRouteTableAssociation')) {
    const own = namedBy(resource.properties['RouteTableId'], resource).map(({ key }) => key);
    for (const { key } of namedBy(resource.properties['GatewayId'], resource)) {
      tables.set(key, [...(tables.get(key) ?? []), ...own]);
    }
  }
  return tables;
}

function choice(resource: Resource, property: string): Choice<string> {
  const named = namedBy(resource.properties[property], resource);
  const reasons = named.length > 1 ? [`${property} of ${resource.logicalId} has several possible values`] : [];
  return { options: named.map(({ key }) => key), reasons };
}

function natDraft(graph: Graph, resource: Resource, survey: Survey): NatDraft {
  const subnet = homeOf(resource, survey);
  return { ...thingOf(resource), resource, subnet, standing: standingIn(graph, resource, subnet) };
}

/** The subnet of a NAT gateway. Source: AWS::EC2::NatGateway, AvailabilityMode (`zonal` unless it says `regional`). */
function homeOf(resource: Resource, survey: Survey): SubnetDraft {
  const [vpc] = namedBy(resource.properties['VpcId'], resource);
  const mode = get(resource, 'AvailabilityMode') ?? 'zonal';
  const isRegional = asText(mode) === 'regional';
  if (isRegional && vpc) return survey.regional(resource, vpc);
  const isOpen = isRegional || asText(mode) === undefined;
  const reason = `${resource.logicalId} names no subnet`;
  const [named] = isOpen ? [] : namedBy(resource.properties['SubnetId'], resource);
  return survey.subnet(named ?? { key: `?subnet of ${keyOf(resource)}`, reason }, vpc);
}
