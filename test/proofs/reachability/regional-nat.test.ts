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

const nat = (properties: object = {}) =>
  resource('Nat', 'AWS::EC2::NatGateway', { AvailabilityMode: 'regional', VpcId: ref('Vpc'), ...properties });
const IGW = internetGateway('Igw', 'Vpc');
const BACK = [
  subnet('Back', 'Vpc', '10.0.2.0/24'),
  group('Open', 'Vpc', 'tcp 443 0.0.0.0/0'),
  table('Inner', 'Vpc', ['Back'], ['0.0.0.0/0 NatGatewayId Nat']),
  instance('B', 'Back', ['Open']),
];
const NET = [vpc('Vpc', '10.0.0.0/16'), ...BACK];
const more = (id: string, route: object) =>
  resource(id, 'AWS::EC2::Route', { RouteTableId: { 'Fn::GetAtt': ['Nat', 'RouteTableId'] }, ...route });

// Amazon VPC user guide, Regional NAT gateways for automatic multi-AZ expansion: it is made in a VPC and no subnet hosts it;
// AWS makes a route table for it with a route to the internet gateway, to which further routes can be added.
describe('a regional NAT gateway', () => {
  test('leads out by its own route to the internet gateway, and never in', () => {
    const net = world(...NET, IGW, nat());
    const out = ask(net, 'B', 'internet');
    expect(out.answer).toBe('yes');
    expect(way(out)).toEqual(['B', 'Open', 'Vpc', 'InnerRoute0', 'Nat', 'Nat', 'Nat', 'Igw', '', '']);
    expect(ask(net, 'internet', 'B').answer).toBe('no');
  });

  test('leads nowhere without an internet gateway in its VPC', () => {
    const out = ask(world(...NET, nat()), 'B', 'internet');
    expect(out.answer).toBe('no');
    expect(blocks(out)).toContain('route table Nat: has no route to the destination');
  });

  test('is in no zone, and under no network ACL but those of the subnets that it serves', () => {
    const net = world(...NET, IGW, nat());
    expect(net.cells().map(({ from }) => from)).toEqual(
      expect.arrayContaining(['internet', 'Vpc/private-with-egress']),
    );
    expect(new Set(net.cells().map(({ from }) => from)).size).toBe(2);
    const shut = acl('Acl', 'Vpc', ['Back'], ['out 100 allow tcp 443 0.0.0.0/0', 'in 100 allow tcp 443 0.0.0.0/0']);
    expect(ask(world(...NET, IGW, nat(), shut), 'B', 'internet').answer).toBe('no');
  });

  test('follows routes that are added to its table', () => {
    const peer = [
      vpc('Far', '10.1.0.0/16'),
      subnet('There', 'Far', '10.1.1.0/24'),
      table('Back2', 'Far', ['There'], ['10.0.0.0/16 VpcPeeringConnectionId Link']),
      group('Door', 'Far', 'tcp 443 10.0.0.0/16'),
      instance('C', 'There', ['Door']),
      resource('Link', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Far') }),
    ];
    expect(ask(world(...NET, IGW, nat(), ...peer), 'B', 'C').answer).toBe('no');
    const route = more('Extra', { DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: ref('Link') });
    const out = ask(world(...NET, IGW, nat(), ...peer, route), 'B', 'C');
    expect(out.answer).toBe('yes');
    expect(way(out)).toEqual(expect.arrayContaining(['InnerRoute0', 'Nat', 'Extra', 'Link', 'Door']));
  });

  test('that is not public does not use an internet gateway', () => {
    expect(ask(world(...NET, IGW, nat({ ConnectivityType: 'private' })), 'B', 'internet').answer).toBe('no');
  });

  test('goes out where VPC Block Public Access keeps the internet from coming in, and not where it shuts', () => {
    const mode = (text: string): Resources =>
      resource('Bpa', 'AWS::EC2::VPCBlockPublicAccessOptions', { InternetGatewayBlockMode: text });
    expect(ask(world(...NET, IGW, nat(), mode('block-ingress')), 'B', 'internet').answer).toBe('yes');
    expect(ask(world(...NET, IGW, nat(), mode('block-bidirectional')), 'B', 'internet').answer).toBe('no');
  });

  test('can be avoided by name', () => {
    expect(ask(world(...NET, IGW, nat()), 'B', 'internet', { port: 443, avoiding: 'Nat' }).answer).toBe('no');
  });

  test('is unknown while it is open whether it is regional, or which VPC it is in', () => {
    const sections = { Parameters: { Mode: { Type: 'String' }, Home: { Type: 'AWS::EC2::VPC::Id' } } };
    const either = nat({ AvailabilityMode: ref('Mode'), SubnetId: ref('Back') });
    expect(ask(worldOf(sections, ...NET, IGW, either), 'B', 'internet').answer).toBe('unknown');
    const foreign = nat({ VpcId: ref('Home') });
    expect(ask(worldOf(sections, ...NET, IGW, foreign), 'B', 'internet').answer).toBe('unknown');
  });
});
