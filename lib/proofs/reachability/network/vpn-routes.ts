import { asBoolean, type Graph, type Resource } from '../../../template';
import { get, namedBy } from './reading';

/**
 * What a virtual private gateway tells route tables: the static routes of its VPN connections, where nothing else is
 * connected to it. Undefined where something announces routes at run time, or nothing here is connected to it.
 * Source: AWS Site-to-Site VPN user guide, Static and dynamic routing; AWS::EC2::VPNConnectionRoute.
 */
export function staticRoutesOf(graph: Graph, gateway: string): readonly Resource[] | undefined {
  const connections = naming(graph, 'AWS::EC2::VPNConnection', 'VpnGatewayId', gateway);
  if (connections.length === 0 || !connections.every(isStatic)) return undefined;
  const announcing = Object.entries(ANNOUNCING).some(
    ([type, property]) => naming(graph, type, property, gateway).length > 0,
  );
  if (announcing) return undefined;
  return connections.flatMap(({ template, logicalId }) =>
    naming(graph, 'AWS::EC2::VPNConnectionRoute', 'VpnConnectionId', `${template.path}#${logicalId}`),
  );
}

function isStatic(resource: Resource): boolean {
  return asBoolean(get(resource, 'StaticRoutesOnly')) === true;
}

/** What is connected to such a gateway besides, and where it names it. */
const ANNOUNCING: Readonly<Record<string, string>> = {
  'AWS::DirectConnect::DirectConnectGatewayAssociation': 'AssociatedGatewayId',
  'AWS::DirectConnect::PrivateVirtualInterface': 'VirtualGatewayId',
};

function naming(graph: Graph, type: string, property: string, key: string): readonly Resource[] {
  return graph
    .ofType(type)
    .filter((resource) => namedBy(resource.properties[property], resource).some((named) => named.key === key));
}
