import {
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInternetGatewaysCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  DescribeVpnGatewaysCommand,
  EC2Client,
  type IpPermission,
  type NetworkAclEntry,
  type Route,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeployedAccount } from './support/deployed';

const account = new DeployedAccount();
const ec2 = mockClient(EC2Client);

const resources = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  ToHub: {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1' },
  },
  Follows: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } },
  },
  Acl: { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: { Ref: 'Vpc' } } },
  Entry: {
    Type: 'AWS::EC2::NetworkAclEntry',
    Properties: {
      NetworkAclId: { Ref: 'Acl' },
      RuleNumber: 100,
      Egress: false,
      Protocol: 6,
      PortRange: { From: 443, To: 443 },
      CidrBlock: '10.0.0.0/8',
      RuleAction: 'allow',
    },
  },
  Group: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      GroupDescription: 'web',
      VpcId: { Ref: 'Vpc' },
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' }],
    },
  },
  ToItself: {
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] },
      SourceSecurityGroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] },
      IpProtocol: '6',
      FromPort: 22,
      ToPort: 22,
    },
  },
};
const ids = { Vpc: 'vpc-1', Subnet: 'subnet-1', Table: 'rtb-1', Acl: 'acl-1', Group: 'sg-1' };

const ROUTES: readonly Route[] = [
  { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
  { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1', Origin: 'CreateRoute', State: 'active' },
];
const ENTRIES: readonly NetworkAclEntry[] = [
  {
    RuleNumber: 100,
    Egress: false,
    Protocol: '6',
    PortRange: { From: 443, To: 443 },
    CidrBlock: '10.0.0.0/8',
    RuleAction: 'allow',
  },
  { RuleNumber: 32767, Egress: false, Protocol: '-1', CidrBlock: '0.0.0.0/0', RuleAction: 'deny' },
];
const INGRESS: readonly IpPermission[] = [
  { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
  { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '200000000004' }] },
];
const EGRESS: readonly IpPermission[] = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];

interface Network {
  readonly routes?: readonly Route[];
  readonly entries?: readonly NetworkAclEntry[];
  readonly ingress?: readonly IpPermission[];
  readonly egress?: readonly IpPermission[];
  readonly table?: string;
}

function stands({
  routes = ROUTES,
  entries = ENTRIES,
  ingress = INGRESS,
  egress = EGRESS,
  table = 'rtb-1',
}: Network = {}) {
  ec2.reset();
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }] });
  ec2.on(DescribeSubnetsCommand).resolves({
    Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', MapPublicIpOnLaunch: false }],
  });
  const own = { RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: [...routes], Associations: [] };
  const follows = [{ SubnetId: 'subnet-1', Main: false }];
  ec2.on(DescribeRouteTablesCommand).resolves({
    RouteTables:
      table === 'rtb-1'
        ? [{ ...own, Associations: follows }]
        : [own, { RouteTableId: table, VpcId: 'vpc-1', Routes: [...routes], Associations: follows }],
  });
  ec2.on(DescribeNetworkAclsCommand).resolves({
    NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1', IsDefault: false, Entries: [...entries], Associations: [] }],
  });
  ec2.on(DescribeSecurityGroupsCommand).resolves({
    SecurityGroups: [
      {
        GroupId: 'sg-1',
        VpcId: 'vpc-1',
        GroupName: 'web',
        IpPermissions: [...ingress],
        IpPermissionsEgress: [...egress],
      },
    ],
  });
  ec2.on(DescribeVpcEndpointsCommand).resolves({});
  ec2.on(DescribeNatGatewaysCommand).resolves({});
  ec2.on(DescribeInternetGatewaysCommand).resolves({});
  ec2.on(DescribeVpnGatewaysCommand).resolves({});
  ec2.on(DescribeEgressOnlyInternetGatewaysCommand).resolves({});
  ec2.on(DescribeVpcPeeringConnectionsCommand).resolves({});
  ec2.on(DescribeTransitGatewayVpcAttachmentsCommand).resolves({});
}

const read = () => account.read({ resources, ids });

afterAll(() => account.clean());

it('is as it was designed, in the words of EC2', async () => {
  stands();
  expect(await read()).toEqual([]);
});

it.each<[string, Network, object]>([
  [
    'a route more',
    {
      routes: [
        ...ROUTES,
        { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-9', Origin: 'CreateRoute', State: 'active' },
      ],
    },
    {
      kind: 'unmanaged',
      type: 'AWS::EC2::Route',
      properties: { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-9' },
    },
  ],
  ['a route less', { routes: ROUTES.slice(0, 1) }, { kind: 'missing', logicalId: 'ToHub' }],
  [
    'a route to somewhere else',
    {
      routes: [
        { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-9', Origin: 'CreateRoute', State: 'active' },
      ],
    },
    { kind: 'differs', logicalId: 'ToHub', property: 'TransitGatewayId', designed: 'tgw-1', found: 'tgw-9' },
  ],
  [
    'a route whose target is gone',
    {
      routes: [
        { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-1', Origin: 'CreateRoute', State: 'blackhole' },
      ],
    },
    { kind: 'differs', logicalId: 'ToHub', property: 'TransitGatewayId', found: null },
  ],
  [
    'an entry more in the ACL',
    {
      entries: [
        ...ENTRIES,
        { RuleNumber: 1, Egress: false, Protocol: '-1', CidrBlock: '0.0.0.0/0', RuleAction: 'allow' },
      ],
    },
    { kind: 'unmanaged', type: 'AWS::EC2::NetworkAclEntry', properties: { RuleNumber: 1, CidrBlock: '0.0.0.0/0' } },
  ],
  [
    'an entry for more',
    { entries: [{ ...ENTRIES[0], CidrBlock: '0.0.0.0/0' }] },
    { kind: 'differs', logicalId: 'Entry', property: 'CidrBlock', found: '0.0.0.0/0' },
  ],
  [
    'a rule more in the security group',
    { ingress: [...INGRESS, { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] },
    { kind: 'unmanaged', type: 'AWS::EC2::SecurityGroupIngress', properties: { CidrIp: '0.0.0.0/0', FromPort: 22 } },
  ],
  ['a rule of its own less', { ingress: INGRESS.slice(0, 1) }, { kind: 'missing', logicalId: 'ToItself' }],
  [
    'a rule inside it less',
    { ingress: INGRESS.slice(1) },
    { kind: 'differs', logicalId: 'Group', property: 'SecurityGroupIngress', found: [] },
  ],
  [
    'egress to somewhere else',
    { egress: [{ IpProtocol: 'tcp', FromPort: 25, ToPort: 25, IpRanges: [{ CidrIp: '1.2.3.4/32' }] }] },
    { kind: 'unmanaged', type: 'AWS::EC2::SecurityGroupEgress' },
  ],
])('%s', async (_, network, wanted) => {
  stands(network);
  const found = await read();
  expect(found).toMatchObject([wanted]);
});

it('lets egress be closed by hand, where AWS lets everything out', async () => {
  stands({ egress: [] });
  expect(await read()).toEqual([]);
});

it('names a subnet that follows a table of nobody, and carries the table over', async () => {
  stands({ table: 'rtb-9' });
  const found = await read();
  expect(found.map(({ kind, type }) => `${kind} ${type}`).toSorted()).toEqual([
    'differs AWS::EC2::SubnetRouteTableAssociation',
    'unmanaged AWS::EC2::Route',
    'unmanaged AWS::EC2::RouteTable',
  ]);
  const file = join(account.folder, 'assembly-network', 'networkhub.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, { Properties: object }> };
  const [table] = Object.keys(template.Resources).filter((id) => id.startsWith('UnmanagedRouteTable'));
  expect(template.Resources['Follows']?.Properties).toEqual({
    SubnetId: { Ref: 'Subnet' },
    RouteTableId: { Ref: table },
  });
});

it('names an internet gateway that somebody attached', async () => {
  stands();
  ec2.on(DescribeInternetGatewaysCommand).resolves({
    InternetGateways: [{ InternetGatewayId: 'igw-9', Attachments: [{ VpcId: 'vpc-1', State: 'attached' }] }],
  });
  expect((await read()).map(({ type }) => type)).toEqual([
    'AWS::EC2::InternetGateway',
    'AWS::EC2::VPCGatewayAttachment',
  ]);
});

it('names a gateway to another network that somebody attached', async () => {
  stands();
  ec2.on(DescribeVpnGatewaysCommand).resolves({
    VpnGateways: [
      {
        VpnGatewayId: 'vgw-9',
        State: 'available',
        Type: 'ipsec.1',
        VpcAttachments: [{ VpcId: 'vpc-1', State: 'attached' }],
      },
      { VpnGatewayId: 'vgw-8', State: 'available', VpcAttachments: [{ VpcId: 'vpc-1', State: 'detached' }] },
    ],
  });
  expect((await read()).map(({ type }) => type)).toEqual(['AWS::EC2::VPNGateway', 'AWS::EC2::VPCGatewayAttachment']);
});

it('is unknown where AWS refuses to list it', async () => {
  stands();
  ec2.on(DescribeSecurityGroupsCommand).rejects(Object.assign(new Error('refused'), { name: 'UnauthorizedOperation' }));
  const found = await read();
  expect(found.map(({ kind, logicalId }) => `${kind} ${logicalId}`).toSorted()).toEqual([
    'unread Group',
    'unread ToItself',
  ]);
});
