import { asText, Reference, type Graph, type Resource } from '../../../template';
import { thingOf, type GatewayDraft } from './gateways';
import type { LocalGateway } from './model';
import { get, namedBy, type Named } from './reading';

/** Carrier gateways, those that only routes name included: a route table leads to that of its own VPC. */
export function carrierGateways(graph: Graph): readonly GatewayDraft[] {
  const own = graph.ofType('AWS::EC2::CarrierGateway').map((resource): GatewayDraft => {
    const vpcs = namedBy(resource.properties['VpcId'], resource);
    const reasons = vpcs.length > 1 ? [`the VPC of ${resource.logicalId} is decided at deployment`] : [];
    return { ...thingOf(resource), vpcs: { options: vpcs.map(({ key }) => key), reasons }, tables: [] };
  });
  const known = new Set(own.map(({ key }) => key));
  return [...own, ...namedByRoutes(graph, 'CarrierGatewayId').filter(({ key }) => !known.has(key))];
}

/** Local gateways of Outposts: AWS makes them, so that routes alone name them. */
export function localGateways(graph: Graph): readonly LocalGateway[] {
  const direct = directVpcs(graph);
  return namedByRoutes(graph, 'LocalGatewayId').map((draft) => {
    const doubts = draft.vpcs.options.every((key) => direct.has(key))
      ? []
      : [`whether local gateway ${draft.name} passes the VPC's own addresses is not in these templates`];
    return { ...draft, table: undefined, doubts };
  });
}

/**
 * VPCs of which local gateways pass the own addresses: those with a route table of direct VPC routing, the default. Else
 * customer-owned addresses, which templates do not tell, are exchanged for them.
 * Source: AWS Outposts user guide for racks, Local gateway route tables.
 */
function directVpcs(graph: Graph): ReadonlySet<string> {
  const keys = graph.ofType('AWS::EC2::LocalGatewayRouteTableVPCAssociation').flatMap((association) => {
    const table = resourceAt(graph, association, 'LocalGatewayRouteTableId');
    if (
      !table ||
      association.condition !== undefined ||
      asText(get(table, 'Mode') ?? 'direct-vpc-routing') !== 'direct-vpc-routing'
    )
      return [];
    return namedBy(association.properties['VpcId'], association).map(({ key }) => key);
  });
  return new Set(keys);
}

function namedByRoutes(graph: Graph, property: string): readonly GatewayDraft[] {
  const drafts = new Map<string, GatewayDraft>();
  for (const route of graph.ofType('AWS::EC2::Route')) {
    const table = resourceAt(graph, route, 'RouteTableId');
    const vpcs = table ? namedBy(table.properties['VpcId'], table).map(({ key }) => key) : [];
    for (const named of namedBy(route.properties[property], route)) {
      const before = drafts.get(named.key)?.vpcs.options ?? [];
      const options = [...new Set([...before, ...vpcs])];
      drafts.set(named.key, { ...strange(named), vpcs: { options, reasons: [] }, tables: [] });
    }
  }
  return [...drafts.values()];
}

function strange({ key }: Named) {
  return { key, name: key.replace(/^([^#]*#|[=?])/, ''), origin: { template: '', logicalId: '' } };
}

function resourceAt(graph: Graph, resource: Resource, property: string): Resource | undefined {
  const value = get(resource, property);
  if (!(value instanceof Reference)) return undefined;
  return graph.follow(new Reference(value.logicalId, undefined, value.template));
}
