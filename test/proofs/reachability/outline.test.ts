import { instance, internetGateway, ref, resource, subnet, table, vpc, world } from './world';

const zone = (name: string) => ({ Tags: [{ Key: 'lionrock:zone', Value: name }] });
const hub = (id: string, vpcId: string, subnetId: string) => ({
  ...resource(`${id}Attachment`, 'AWS::EC2::TransitGatewayAttachment', {
    TransitGatewayId: ref('Hub'),
    VpcId: ref(vpcId),
    SubnetIds: [ref(subnetId)],
  }),
  ...resource(`${id}Association`, 'AWS::EC2::TransitGatewayRouteTableAssociation', {
    TransitGatewayAttachmentId: ref(`${id}Attachment`),
    TransitGatewayRouteTableId: ref('Routes'),
  }),
});
const network = world(
  vpc('A', '10.0.0.0/16'),
  vpc('B', '10.1.0.0/16'),
  subnet('Web', 'A', '10.0.1.0/24', zone('web')),
  subnet('App', 'A', '10.0.2.0/24', zone('app')),
  subnet('Far', 'B', '10.1.1.0/24'),
  internetGateway('Igw', 'A'),
  resource('Egress', 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('A') }),
  resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Web'), AllocationId: 'eipalloc-1' }),
  table('Out', 'A', ['Web'], ['0.0.0.0/0 GatewayId Igw']),
  instance('Server', 'App', []),
  resource('Peering', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('A'), PeerVpcId: ref('B') }),
  resource('Hub', 'AWS::EC2::TransitGateway', {}),
  resource('Routes', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
  hub('Left', 'A', 'App'),
  hub('Right', 'B', 'Far'),
  resource('Back', 'AWS::EC2::TransitGatewayRoute', {
    TransitGatewayRouteTableId: ref('Routes'),
    TransitGatewayAttachmentId: ref('RightAttachment'),
    DestinationCidrBlock: '10.1.0.0/16',
  }),
  resource('Hole', 'AWS::EC2::TransitGatewayRoute', {
    TransitGatewayRouteTableId: ref('Routes'),
    Blackhole: true,
    DestinationCidrBlock: '10.2.0.0/16',
  }),
  resource('Gateway', 'AWS::EC2::CustomerGateway', { Type: 'ipsec.1', IpAddress: '198.51.100.1', BgpAsn: 65000 }),
  resource('Vpn', 'AWS::EC2::VPNConnection', {
    Type: 'ipsec.1',
    CustomerGatewayId: ref('Gateway'),
    TransitGatewayId: ref('Hub'),
  }),
);

const key = (id: string) => `network.json#${id}`;
const origin = (logicalId: string) => ({ template: 'network.json', logicalId });
const part = (id: string) => ({ key: key(id), name: id, origin: origin(id) });
const outline = network.outline();

test('zones stand in their VPC, or beyond what leads to them', () => {
  const own = (local: string, by: string, vpcId: string, subnetId: string) => ({
    name: `${vpcId}/${local}`,
    local,
    by,
    subnets: [key(subnetId)],
    vpc: key(vpcId),
  });
  expect(outline.zones).toEqual([
    { name: 'internet', local: 'internet', by: 'outside', subnets: [], outside: 'internet' },
    own('app', 'tag', 'A', 'App'),
    own('web', 'tag', 'A', 'Web'),
    own('isolated', 'routes', 'B', 'Far'),
    {
      name: 'beyond Vpn',
      local: 'beyond Vpn',
      by: 'outside',
      subnets: [],
      outside: 'network',
      beyond: key('Vpn'),
    },
  ]);
});

test('VPCs have their subnets, and these what stands in them', () => {
  const nat = { ...part('Nat'), type: 'AWS::EC2::NatGateway' };
  const server = { ...part('Server'), key: `${key('Server')} in ${key('App')}`, type: 'AWS::EC2::Instance' };
  expect(outline.vpcs).toEqual([
    {
      ...part('A'),
      known: true,
      subnets: [
        { ...part('Web'), standing: [nat] },
        { ...part('App'), standing: [server] },
      ],
    },
    { ...part('B'), known: true, subnets: [{ ...part('Far'), standing: [] }] },
  ]);
});

test('gateways have a kind, and the VPCs that they may serve', () => {
  expect(outline.gateways).toEqual([
    { ...part('Igw'), kind: 'internet', vpcs: [key('A')] },
    { ...part('Egress'), kind: 'egress-only', vpcs: [key('A')] },
    { ...part('Nat'), kind: 'nat', vpcs: [key('A')] },
    { ...part('Peering'), kind: 'peering', vpcs: [key('A'), key('B')] },
  ]);
});

test('a hub has its attachments, its route tables, and where their routes lead', () => {
  const attached = (id: string, vpcId: string) => ({
    ...part(`${id}Attachment`),
    kind: 'vpc',
    tables: [key('Routes')],
    vpc: key(vpcId),
  });
  const byDefault = { key: key('Hub.default'), name: 'default route table of Hub', origin: origin('Hub') };
  expect(outline.hubs).toEqual([
    {
      ...part('Hub'),
      known: true,
      attachments: [
        attached('Left', 'A'),
        attached('Right', 'B'),
        { ...part('Vpn'), kind: 'outside', tables: [byDefault.key], beyond: `beyond ${key('Vpn')}` },
      ],
      tables: [
        {
          ...part('Routes'),
          routes: [
            { destination: '10.1.0.0/16', origin: origin('Back'), to: 'B' },
            { destination: '10.2.0.0/16', origin: origin('Hole') },
          ],
        },
        {
          ...byDefault,
          routes: [
            { destination: 'addresses of A', origin: origin('LeftAttachment'), to: 'A' },
            { destination: 'addresses of B', origin: origin('RightAttachment'), to: 'B' },
            { destination: 'propagated routes', origin: origin('Vpn'), to: 'Vpn' },
          ],
        },
      ],
    },
  ]);
});
