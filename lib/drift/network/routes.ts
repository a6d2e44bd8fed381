import type { Route } from '@aws-sdk/client-ec2';
import type { Collection, Member } from '../collection';
import { jsonOf, type JsonMap } from '../json';
import { Gone } from '../reader';
import { routeTables } from './ec2';

const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];
const TARGETS = [
  'CarrierGatewayId',
  'CoreNetworkArn',
  'EgressOnlyInternetGatewayId',
  'GatewayId',
  'InstanceId',
  'LocalGatewayId',
  'NatGatewayId',
  'NetworkInterfaceId',
  'TransitGatewayId',
  'VpcEndpointId',
  'VpcPeeringConnectionId',
];

/** The routes that somebody put into route tables. */
export const ROUTES: Collection = {
  ownerType: 'AWS::EC2::RouteTable',
  kinds: [{ type: 'AWS::EC2::Route', owner: 'RouteTableId', key: DESTINATIONS, compared: TARGETS }],
  read: async ({ physicalId }, access) => {
    const table = (await routeTables(access)).find(({ RouteTableId }) => RouteTableId === physicalId);
    return table ? routesOf(physicalId, table.Routes) : new Gone('AWS does not know it');
  },
};

/** The routes of a table in the words of templates, without those that AWS puts there. */
export function routesOf(table: string, routes: readonly Route[] = []): Member[] {
  return routes.flatMap((route) => (isOwn(route) ? [] : [memberOf(table, route)]));
}

/** Local routes, those that a gateway announces, and those of gateway endpoints, which are properties of the endpoint. */
function isOwn({ GatewayId = '', Origin, DestinationPrefixListId }: Route): boolean {
  if (GatewayId === 'local' || Origin === 'EnableVgwRoutePropagation') return true;
  return GatewayId.startsWith('vpce-') && DestinationPrefixListId !== undefined;
}

/** A route whose target is gone leads nowhere: it has no target. */
function memberOf(table: string, route: Route): Member {
  const { GatewayId, InstanceId, NetworkInterfaceId, State, ...rest } = route;
  const isEndpoint = GatewayId?.startsWith('vpce-') === true;
  const target = {
    GatewayId: isEndpoint ? undefined : GatewayId,
    VpcEndpointId: isEndpoint ? GatewayId : undefined,
    // AWS names both for a route to an instance.
    NetworkInterfaceId,
    InstanceId: NetworkInterfaceId === undefined ? InstanceId : undefined,
  };
  const said: Readonly<Record<string, unknown>> = { ...rest, ...(State === 'blackhole' ? {} : target) };
  const names = State === 'blackhole' ? DESTINATIONS : [...DESTINATIONS, ...TARGETS];
  const properties = Object.fromEntries(
    names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
  );
  return { type: 'AWS::EC2::Route', properties: jsonOf({ RouteTableId: table, ...properties }) as JsonMap };
}
