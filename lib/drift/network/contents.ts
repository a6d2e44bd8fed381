import type { VpcEndpoint } from '@aws-sdk/client-ec2';
import type { Access } from '../access';
import { madeUpId } from '../compare/compare-collection';
import { jsonOf, type JsonMap } from '../json';
import type { Member } from '../collection';
import { entriesOf } from './acl-entries';
import {
  egressOnlyGateways,
  endpoints,
  internetGateways,
  natGateways,
  networkAcls,
  peerings,
  routeTables,
  subnets,
  transitAttachments,
  vpnGateways,
} from './ec2';
import { routesOf } from './routes';

/** Something that stands in a VPC, with what belongs to it, in the words of templates. */
export interface Content extends Member {
  readonly physicalId: string;
  readonly logicalId: string;
  readonly parts: readonly (Member & { readonly logicalId: string })[];
}

/** What stands in a VPC and can open or close a way, whoever made it. */
export async function contentsOf(vpc: string, access: Access): Promise<readonly Content[]> {
  const lists = await Promise.all(LISTS.map((list) => list(vpc, access)));
  return lists.flat();
}

type List = (vpc: string, access: Access) => Promise<readonly Content[]>;

function content(
  type: string,
  physicalId: string | undefined,
  properties: Readonly<Record<string, unknown>>,
  parts: readonly Member[] = [],
): Content {
  const id = physicalId ?? '';
  return {
    type,
    physicalId: id,
    logicalId: madeUpId(type, id),
    properties: jsonOf(properties) as JsonMap,
    parts: parts.map((part) => ({ ...part, logicalId: madeUpId(part.type, JSON.stringify(part.properties)) })),
  };
}

const LISTS: readonly List[] = [
  async (vpc, access) =>
    (await subnets(access))
      .filter(({ VpcId }) => VpcId === vpc)
      .map(({ SubnetId, CidrBlock, AvailabilityZone, MapPublicIpOnLaunch }) =>
        content('AWS::EC2::Subnet', SubnetId, { VpcId: vpc, CidrBlock, AvailabilityZone, MapPublicIpOnLaunch }),
      ),
  async (vpc, access) =>
    (await internetGateways(access))
      .filter(({ Attachments = [] }) => Attachments.some(({ VpcId }) => VpcId === vpc))
      .map(({ InternetGatewayId: id }) =>
        content('AWS::EC2::InternetGateway', id, {}, [
          {
            type: 'AWS::EC2::VPCGatewayAttachment',
            properties: jsonOf({ VpcId: vpc, InternetGatewayId: id }) as JsonMap,
          },
        ]),
      ),
  privateGateways,
  async (vpc, access) =>
    (await egressOnlyGateways(access))
      .filter(({ Attachments = [] }) => Attachments.some(({ VpcId }) => VpcId === vpc))
      .map(({ EgressOnlyInternetGatewayId: id }) => content('AWS::EC2::EgressOnlyInternetGateway', id, { VpcId: vpc })),
  async (vpc, access) =>
    (await natGateways(access))
      .filter(({ VpcId, State }) => VpcId === vpc && State === 'available')
      .map(({ NatGatewayId, SubnetId, ConnectivityType }) =>
        content('AWS::EC2::NatGateway', NatGatewayId, { SubnetId, ConnectivityType }),
      ),
  async (vpc, access) =>
    (await peerings(access))
      .filter(
        ({ Status, RequesterVpcInfo, AccepterVpcInfo }) =>
          Status?.Code === 'active' && [RequesterVpcInfo?.VpcId, AccepterVpcInfo?.VpcId].includes(vpc),
      )
      .map(({ VpcPeeringConnectionId, RequesterVpcInfo: from, AccepterVpcInfo: to }) =>
        content('AWS::EC2::VPCPeeringConnection', VpcPeeringConnectionId, {
          VpcId: from?.VpcId,
          PeerVpcId: to?.VpcId,
          PeerOwnerId: to?.OwnerId,
        }),
      ),
  async (vpc, access) =>
    (await transitAttachments(access))
      .filter(({ VpcId, State }) => VpcId === vpc && State === 'available')
      .map(({ TransitGatewayAttachmentId, TransitGatewayId, SubnetIds }) =>
        content('AWS::EC2::TransitGatewayAttachment', TransitGatewayAttachmentId, {
          VpcId: vpc,
          TransitGatewayId,
          SubnetIds,
        }),
      ),
  async (vpc, access) =>
    (await endpoints(access))
      .filter((endpoint) => endpoint.VpcId === vpc && !isOfService(endpoint))
      .map(({ VpcEndpointId, ServiceName, VpcEndpointType, SubnetIds, Groups = [], RouteTableIds }) =>
        content('AWS::EC2::VPCEndpoint', VpcEndpointId, {
          VpcId: vpc,
          ServiceName,
          VpcEndpointType,
          SubnetIds,
          SecurityGroupIds: Groups.map(({ GroupId }) => GroupId),
          RouteTableIds,
        }),
      ),
  async (vpc, access) =>
    (await networkAcls(access))
      .filter(({ VpcId, IsDefault, Associations = [] }) => VpcId === vpc && !IsDefault && Associations.length > 0)
      .map(({ NetworkAclId: id = '', Entries }) =>
        content('AWS::EC2::NetworkAcl', id, { VpcId: vpc }, entriesOf(id, Entries)),
      ),
  tables,
];

/** Gateways to other networks, and the route tables into which they announce what is behind them. */
async function privateGateways(vpc: string, access: Access): Promise<Content[]> {
  const own = (await routeTables(access)).filter(({ VpcId }) => VpcId === vpc);
  const attached = (await vpnGateways(access)).filter(
    ({ State, VpcAttachments = [] }) =>
      State === 'available' && VpcAttachments.some(({ VpcId, State: state }) => VpcId === vpc && state === 'attached'),
  );
  return attached.map(({ VpnGatewayId: id, Type }) => {
    const told = own.filter(({ PropagatingVgws = [] }) => PropagatingVgws.some(({ GatewayId }) => GatewayId === id));
    const propagation = { RouteTableIds: told.map(({ RouteTableId }) => RouteTableId), VpnGatewayId: id };
    return content('AWS::EC2::VPNGateway', id, { Type }, [
      { type: 'AWS::EC2::VPCGatewayAttachment', properties: jsonOf({ VpcId: vpc, VpnGatewayId: id }) as JsonMap },
      ...(told.length === 0
        ? []
        : [{ type: 'AWS::EC2::VPNGatewayRoutePropagation', properties: jsonOf(propagation) as JsonMap }]),
    ]);
  });
}

/** By these tags services mark the endpoints that they make for themselves. */
const SERVICE_MARKS: readonly (string | undefined)[] = ['AWSNetworkFirewallManaged', 'GuardDutyManaged'];

/** An endpoint that a service made for itself, such as a firewall, or GuardDuty for its agents. */
function isOfService({ RequesterManaged, Tags = [] }: VpcEndpoint): boolean {
  return RequesterManaged === true || Tags.some(({ Key }) => SERVICE_MARKS.includes(Key));
}

/** Route tables that some subnet follows; of the main one only where somebody put routes into it. */
async function tables(vpc: string, access: Access): Promise<Content[]> {
  const own = (await routeTables(access)).filter(({ VpcId }) => VpcId === vpc);
  const following = new Set(
    own.flatMap(({ Associations = [] }) => Associations.flatMap(({ SubnetId }) => SubnetId ?? [])),
  );
  const all = (await subnets(access)).filter(({ VpcId }) => VpcId === vpc);
  const rest = all.flatMap(({ SubnetId }) => (SubnetId === undefined || following.has(SubnetId) ? [] : [SubnetId]));
  return own.flatMap(({ RouteTableId: id = '', Associations = [], Routes }) => {
    const isMain = Associations.some(({ Main }) => Main === true);
    const routes = routesOf(id, Routes);
    const followers = isMain && routes.length > 0 ? rest : [];
    const isUsed = Associations.some(({ SubnetId }) => SubnetId !== undefined) || followers.length > 0;
    if (!isUsed) return [];
    const associations = followers.map((subnet) => ({
      type: 'AWS::EC2::SubnetRouteTableAssociation',
      properties: { RouteTableId: id, SubnetId: subnet },
    }));
    return [content('AWS::EC2::RouteTable', id, { VpcId: vpc }, [...routes, ...associations])];
  });
}
