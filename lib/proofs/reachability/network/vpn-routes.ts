import { asBoolean, type Graph, type Resource } from '../../../template';
import { get, isOpen, naming } from './reading';

/**
 * What a virtual private gateway tells route tables: the static routes of its VPN connections, where nothing else is
 * connected to it. Undefined where something announces routes at run time or may be connected to it, or nothing here is.
 * Source: AWS Site-to-Site VPN user guide, Static and dynamic routing; AWS::EC2::VPNConnectionRoute.
 */
export function staticRoutesOf(graph: Graph, gateway: string): readonly Resource[] | undefined {
  const connections = naming(graph, 'AWS::EC2::VPNConnection', 'VpnGatewayId', gateway);
  if (connections.length === 0 || !connections.every(isStatic)) return undefined;
  const announcing = Object.entries(ANNOUNCING).some(
    ([type, property]) => naming(graph, type, property, gateway).length > 0,
  );
  const isDoubtful = Object.entries(CONNECTED).some(([type, property]) =>
    graph.ofType(type).some((resource) => isOpen(resource, property)),
  );
  if (announcing || isDoubtful) return undefined;
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

/** What may be connected to a gateway or one of its connections, and where it names it. */
const CONNECTED: Readonly<Record<string, string>> = {
  ...ANNOUNCING,
  'AWS::EC2::VPNConnection': 'VpnGatewayId',
  'AWS::EC2::VPNConnectionRoute': 'VpnConnectionId',
};
