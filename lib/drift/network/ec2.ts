import {
  DescribeVpnGatewaysCommand,
  EC2Client,
  paginateDescribeEgressOnlyInternetGateways,
  paginateDescribeInternetGateways,
  paginateDescribeNatGateways,
  paginateDescribeNetworkAcls,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeTransitGatewayVpcAttachments,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcPeeringConnections,
  paginateDescribeVpcs,
  type VpnGateway,
} from '@aws-sdk/client-ec2';
import type { Access } from '../access';

/** Lists of what a network is made of in an account and region, each asked for once. */
export const routeTables = lists('route tables', paginateDescribeRouteTables, ({ RouteTables }) => RouteTables);
export const networkAcls = lists('network ACLs', paginateDescribeNetworkAcls, ({ NetworkAcls }) => NetworkAcls);
export const securityGroups = lists(
  'security groups',
  paginateDescribeSecurityGroups,
  ({ SecurityGroups }) => SecurityGroups,
);
export const subnets = lists('subnets', paginateDescribeSubnets, ({ Subnets }) => Subnets);
export const vpcs = lists('VPCs', paginateDescribeVpcs, ({ Vpcs }) => Vpcs);
export const endpoints = lists('endpoints', paginateDescribeVpcEndpoints, ({ VpcEndpoints }) => VpcEndpoints);
export const natGateways = lists('NAT gateways', paginateDescribeNatGateways, ({ NatGateways }) => NatGateways);
export const internetGateways = lists(
  'internet gateways',
  paginateDescribeInternetGateways,
  ({ InternetGateways }) => InternetGateways,
);
export const egressOnlyGateways = lists(
  'egress-only internet gateways',
  paginateDescribeEgressOnlyInternetGateways,
  ({ EgressOnlyInternetGateways }) => EgressOnlyInternetGateways,
);
export const peerings = lists(
  'peering connections',
  paginateDescribeVpcPeeringConnections,
  ({ VpcPeeringConnections }) => VpcPeeringConnections,
);
export const transitAttachments = lists(
  'transit gateway attachments',
  paginateDescribeTransitGatewayVpcAttachments,
  ({ TransitGatewayVpcAttachments }) => TransitGatewayVpcAttachments,
);

/** AWS has no pages of these. */
export function vpnGateways(access: Access): Promise<readonly VpnGateway[]> {
  return access.once('VPN gateways', async () => {
    const { VpnGateways } = await access.client(EC2Client).send(new DescribeVpnGatewaysCommand({}));
    return VpnGateways ?? [];
  });
}

type Paginate<P> = (config: { readonly client: EC2Client }, input: object) => AsyncIterable<P>;

function lists<P, T>(
  name: string,
  paginate: Paginate<P>,
  items: (page: P) => readonly T[] | undefined,
): (access: Access) => Promise<readonly T[]> {
  return (access) =>
    access.once(name, async () => {
      const found: T[] = [];
      for await (const page of paginate({ client: access.client(EC2Client) }, {})) found.push(...(items(page) ?? []));
      return found;
    });
}
