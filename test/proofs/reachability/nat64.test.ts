import {
  acl,
  ask,
  blocks,
  group,
  instance,
  internetGateway,
  ref,
  resource,
  subnet,
  table,
  vpc,
  way,
  world,
  worldOf,
  type Resources,
} from './world';

const TRANSLATED = '64:ff9b::/96';
/** 10.9.0.0/16, as clients with IPv6 write it. */
const TRANSLATED_FAR = '64:ff9b::a09:0/112';

const native = (id: string, vpcId: string, block: string) =>
  resource(id, 'AWS::EC2::Subnet', {
    VpcId: ref(vpcId),
    Ipv6Native: true,
    Ipv6CidrBlock: block,
    EnableDns64: true,
    AvailabilityZone: 'ap-east-1a',
  });
const six = (vpcId: string, block: string) =>
  resource(`${vpcId}Six`, 'AWS::EC2::VPCCidrBlock', { VpcId: ref(vpcId), Ipv6CidrBlock: block, Ipv6Pool: 'pool' });
const NAT = resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Front') });
const IGW = internetGateway('Igw', 'Vpc');
const OPEN = group('Open', 'Vpc', 'tcp 443 0.0.0.0/0', 'all any ::/0');
const OUT = table('Outer', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw', '10.9.0.0/16 VpcPeeringConnectionId Pcx']);
const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  six('Vpc', '2001:db8:1::/56'),
  subnet('Front', 'Vpc', '10.0.1.0/24'),
  native('Back', 'Vpc', '2001:db8:1:1::/64'),
  OPEN,
  instance('B', 'Back', ['Open']),
];
const FAR = [
  vpc('Far', '10.9.0.0/16'),
  subnet('There', 'Far', '10.9.1.0/24'),
  group('Let', 'Far', 'tcp 443 10.0.1.0/24'),
  instance('C', 'There', ['Let']),
  resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Far') }),
  table('Home', 'Far', ['There'], ['10.0.0.0/16 VpcPeeringConnectionId Pcx']),
];
const led = (...routes: readonly string[]): Resources => table('Inner', 'Vpc', ['Back'], routes);
const BY_NAT = led(`${TRANSLATED} NatGatewayId Nat`);

// Amazon VPC user guide, DNS64 and NAT64: names resolve to 64:ff9b::/96 and the IPv4 address; a route of that block to a NAT
// gateway, of either kind, reaches what has IPv4 addresses alone: on the internet, in other VPCs and on premises.
describe('NAT64', () => {
  test('leads out of a subnet that has IPv6 alone, and nothing in', () => {
    const net = world(...NET, NAT, IGW, OUT, BY_NAT);
    const out = ask(net, 'B', 'internet');
    expect(out.answer).toBe('yes');
    expect(way(out)).toEqual(expect.arrayContaining(['B', 'InnerRoute0', 'Nat', 'OuterRoute0', 'Igw']));
    expect(ask(net, 'B', '203.0.113.0/24').answer).toBe('yes');
    expect(ask(net, 'B', 'internet', { protocol: 'icmp' }).answer).toBe('yes');
    expect(ask(net, 'internet', 'B').answer).toBe('no');
  });

  test('needs the route, and the NAT gateway its way out', () => {
    expect(ask(world(...NET, NAT, IGW, OUT, led()), 'B', 'internet').answer).toBe('no');
    expect(ask(world(...NET, NAT, BY_NAT), 'B', 'internet').answer).toBe('no');
  });

  test('is used by routes of all IPv6 as well', () => {
    expect(ask(world(...NET, NAT, IGW, OUT, led('::/0 NatGatewayId Nat')), 'B', 'internet').answer).toBe('yes');
  });

  test('passes TCP, UDP and ping, and no other protocol', () => {
    const cell = world(...NET, NAT, IGW, OUT, BY_NAT)
      .matrix()
      .cells.find(({ from, to }) => from === 'Vpc/private-with-egress' && to === 'internet');
    expect(cell?.answer).toBe('yes');
    expect(cell?.traffic.map(({ protocol }) => protocol)).toEqual(['tcp', 'udp', 'icmp']);
  });

  test('reaches other VPCs, which see the address of the NAT gateway', () => {
    const net = world(...NET, ...FAR, NAT, IGW, OUT, BY_NAT);
    expect(ask(net, 'B', 'C').answer).toBe('yes');
    expect(ask(net, 'B', 'C', { port: 80 }).answer).toBe('no');
    const closed = group('Let', 'Far', 'tcp 443 10.0.2.0/24');
    expect(ask(world(...NET, ...FAR, closed, NAT, IGW, OUT, BY_NAT), 'B', 'C').answer).toBe('no');
  });

  test('goes through a private NAT gateway where no internet is meant', () => {
    const inner = resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Front'), ConnectivityType: 'private' });
    const net = world(...NET, ...FAR, inner, IGW, OUT, BY_NAT);
    expect(ask(net, 'B', 'C').answer).toBe('yes');
    expect(ask(net, 'B', 'internet').answer).toBe('no');
  });

  test('is told apart by the IPv4 addresses that the block stands for: by routes, and by rules', () => {
    const far = world(...NET, ...FAR, NAT, IGW, OUT, led(`${TRANSLATED_FAR} NatGatewayId Nat`));
    expect(ask(far, 'B', 'C').answer).toBe('yes');
    expect(ask(far, 'B', 'internet').answer).toBe('no');
    const rule = group('Open', 'Vpc', '', `tcp 443 ${TRANSLATED_FAR}`);
    const ruled = world(...NET, rule, ...FAR, NAT, IGW, OUT, BY_NAT);
    expect(ask(ruled, 'B', 'C').answer).toBe('yes');
    expect(blocks(ask(ruled, 'B', 'internet'))).toEqual(['security group Open: no rule lets this out of B']);
  });

  test('meets the ACL of the NAT gateway’s subnet by IPv6, there and back, and then by IPv4', () => {
    const there = ['in 100 allow tcp 443 2001:db8:1:1::/64', 'out 100 allow tcp 443 0.0.0.0/0'];
    const back = ['in 200 allow tcp 1024-65535 0.0.0.0/0', 'out 200 allow tcp 1024-65535 2001:db8:1:1::/64'];
    const parts = [...NET, NAT, IGW, OUT, BY_NAT];
    expect(ask(world(...parts, acl('Acl', 'Vpc', ['Front'], [...there, ...back])), 'B', 'internet').answer).toBe('yes');
    for (const left of [...there, ...back]) {
      const entries = [...there, ...back].filter((entry) => entry !== left);
      expect([left, ask(world(...parts, acl('Acl', 'Vpc', ['Front'], entries)), 'B', 'internet').answer]).toEqual([
        left,
        'no',
      ]);
    }
  });

  test('may stand in another VPC, behind a transit gateway', () => {
    const attached = (id: string, vpcId: string, at: string) =>
      resource(id, 'AWS::EC2::TransitGatewayAttachment', {
        TransitGatewayId: ref('Tgw'),
        VpcId: ref(vpcId),
        SubnetIds: [ref(at)],
        Options: { Ipv6Support: 'enable' },
      });
    const parts = [
      ...NET,
      vpc('Hub', '10.8.0.0/16'),
      subnet('Exit', 'Hub', '10.8.1.0/24'),
      subnet('Link', 'Hub', '10.8.2.0/24'),
      internetGateway('Igw', 'Hub'),
      resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Exit') }),
      resource('Tgw', 'AWS::EC2::TransitGateway', { DefaultRouteTableAssociation: 'disable' }),
      attached('Spoke', 'Vpc', 'Back'),
      attached('ToHub', 'Hub', 'Link'),
      resource('Rt', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') }),
      ...['Spoke', 'ToHub'].flatMap((id) => [
        resource(`As${id}`, 'AWS::EC2::TransitGatewayRouteTableAssociation', {
          TransitGatewayAttachmentId: ref(id),
          TransitGatewayRouteTableId: ref('Rt'),
        }),
        resource(`Pr${id}`, 'AWS::EC2::TransitGatewayRouteTablePropagation', {
          TransitGatewayAttachmentId: ref(id),
          TransitGatewayRouteTableId: ref('Rt'),
        }),
      ]),
      led(`${TRANSLATED} TransitGatewayId Tgw`),
      table('Linked', 'Hub', ['Link'], [`${TRANSLATED} NatGatewayId Nat`]),
      table('Exits', 'Hub', ['Exit'], ['0.0.0.0/0 GatewayId Igw', '2001:db8:1::/56 TransitGatewayId Tgw']),
    ];
    const to = resource('Onward', 'AWS::EC2::TransitGatewayRoute', {
      DestinationCidrBlock: TRANSLATED,
      TransitGatewayAttachmentId: ref('ToHub'),
      TransitGatewayRouteTableId: ref('Rt'),
    });
    expect(ask(world(...parts, to), 'B', 'internet').answer).toBe('yes');
    expect(ask(world(...parts), 'B', 'internet').answer).toBe('no');
  });
});

describe('NAT64 by what no template says', () => {
  test('of the route’s target may lead to what has IPv4 addresses, and nothing else becomes unknown', () => {
    const parameters = { Parameters: { Target: { Type: 'String' } } };
    const unknown = led(`${TRANSLATED} NetworkInterfaceId Target`);
    const other = [native('Apart', 'Vpc', '2001:db8:1:2::/64'), instance('D', 'Apart', ['Open'])];
    const net = worldOf(parameters, ...NET, ...other, ...FAR, NAT, IGW, OUT, unknown);
    expect(ask(net, 'B', 'internet').answer).toBe('unknown');
    expect(ask(net, 'B', 'C').answer).toBe('unknown');
    expect(ask(net, 'D', 'internet').answer).toBe('no');
    expect(ask(net, 'internet', 'B').answer).toBe('no');
  });

  test('of the address of a VPC may be behind it', () => {
    const far = [...FAR, resource('Far', 'AWS::EC2::VPC', { CidrBlock: ref('Block') })];
    const there = resource('There', 'AWS::EC2::Subnet', { VpcId: ref('Far'), CidrBlock: ref('Block') });
    const open = group('Let', 'Far', 'tcp 443 10.0.0.0/16');
    const out = table('Outer', 'Vpc', ['Front'], ['0.0.0.0/0 VpcPeeringConnectionId Pcx']);
    const net = worldOf({ Parameters: { Block: { Type: 'String' } } }, ...NET, ...far, there, open, NAT, out, BY_NAT);
    expect(ask(net, 'B', 'C').answer).toBe('unknown');
    expect(ask(net, 'B', 'C', { port: 80 }).answer).toBe('no');
  });
});

test('an address that stands for one of IPv4 is asked about by that', () => {
  const net = world(...NET, NAT, IGW, OUT, BY_NAT);
  expect(() => ask(net, 'B', '64:ff9b::cb00:7105')).toThrow(/ask about the IPv4 address/);
});
