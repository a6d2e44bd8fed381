import { isSamePolicy } from '../compare/canonical';
import { documentOf, jsonOf, type JsonMap } from '../json';
import { Gone, type Facet, type Reader } from '../reader';
import type { Access } from '../access';
import { endpoints, natGateways, subnets, vpcs } from './ec2';

/** A reader of what stands in a list, by the id that it has there. */
function listed<T>(
  type: string,
  list: (access: Access) => Promise<readonly T[]>,
  idOf: (item: T) => string | undefined,
  facets: readonly (Omit<Facet, 'read'> & { readonly said: (item: T) => Readonly<Record<string, unknown>> | Gone })[],
): Reader {
  return {
    type,
    facets: facets.map(({ said, ...facet }) => ({
      ...facet,
      read: async ({ physicalId }, access) => {
        const item = (await list(access)).find((one) => idOf(one) === physicalId);
        if (item === undefined) return new Gone('AWS does not know it');
        const answer = said(item);
        return answer instanceof Gone ? answer : (jsonOf(answer) as JsonMap);
      },
    })),
  };
}

/** VPCs. */
export const VPC: Reader = listed('AWS::EC2::VPC', vpcs, ({ VpcId }) => VpcId, [
  { properties: ['CidrBlock'], unsaid: 'anything', said: ({ CidrBlock }) => ({ CidrBlock }) },
]);

/** Subnets: where they are, and whether what starts there gets a public address. */
export const SUBNET: Reader = listed('AWS::EC2::Subnet', subnets, ({ SubnetId }) => SubnetId, [
  { properties: ['VpcId', 'CidrBlock'], unsaid: 'anything', said: ({ VpcId, CidrBlock }) => ({ VpcId, CidrBlock }) },
  { properties: ['MapPublicIpOnLaunch'], said: ({ MapPublicIpOnLaunch }) => ({ MapPublicIpOnLaunch }) },
]);

/** NAT gateways. */
export const NAT_GATEWAY: Reader = listed('AWS::EC2::NatGateway', natGateways, ({ NatGatewayId }) => NatGatewayId, [
  {
    properties: ['SubnetId', 'ConnectivityType'],
    unsaid: 'anything',
    said: ({ SubnetId, ConnectivityType, State }) =>
      State === 'available' || State === 'pending' ? { SubnetId, ConnectivityType } : new Gone(`its state is ${State}`),
  },
]);

/** Endpoints: whom they let in, and to what. */
export const ENDPOINT: Reader = listed('AWS::EC2::VPCEndpoint', endpoints, ({ VpcEndpointId }) => VpcEndpointId, [
  {
    properties: ['ServiceName', 'VpcEndpointType', 'SubnetIds', 'SecurityGroupIds', 'RouteTableIds'],
    unsaid: 'anything',
    said: ({ ServiceName, VpcEndpointType, SubnetIds, Groups, RouteTableIds, State }) =>
      /^(deleted|deleting|failed|rejected|expired)$/i.test(State ?? '')
        ? new Gone(`its state is ${State}`)
        : {
            ServiceName,
            VpcEndpointType,
            SubnetIds,
            SecurityGroupIds: Groups?.map(({ GroupId }) => GroupId),
            RouteTableIds,
          },
  },
  {
    properties: ['PolicyDocument'],
    unsaid: 'anything',
    isSame: isSamePolicy,
    said: ({ PolicyDocument }) => ({ PolicyDocument: documentOf(PolicyDocument) }),
  },
]);
