import {
  ask,
  blocks,
  group,
  instance,
  ref,
  resource,
  subnet,
  table,
  vpc,
  world,
  worldOf,
  type Resources,
} from './world';

const rule = (id: string, block: unknown, more: object = {}) =>
  resource(id, 'AWS::EC2::ClientVpnAuthorizationRule', {
    ClientVpnEndpointId: ref('Vpn'),
    TargetNetworkCidr: block,
    ...more,
  });
const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Front', 'Vpc', '10.0.1.0/24'),
  subnet('Back', 'Vpc', '10.0.2.0/24'),
  group('Gvpn', 'Vpc', ''),
  group('Ga', 'Vpc', 'tcp 22 Gvpn'),
  instance('A', 'Front', ['Ga']),
];
const VPN = resource('Vpn', 'AWS::EC2::ClientVpnEndpoint', {
  VpcId: ref('Vpc'),
  SecurityGroupIds: [ref('Gvpn')],
  ClientCidrBlock: '10.9.0.0/22',
});
const JOINED = resource('Joined', 'AWS::EC2::ClientVpnTargetNetworkAssociation', {
  ClientVpnEndpointId: ref('Vpn'),
  SubnetId: ref('Back'),
});
const ENDPOINT = [VPN, JOINED];
const ALL = rule('All', '10.0.0.0/16', { AuthorizeAllGroups: true });

// AWS Client VPN administrator guide, How Client VPN works, Authorization rules, Routes: clients speak from the subnet of an
// association under its security groups, to networks that a rule authorises and a route of the endpoint leads to.
describe('clients of a VPN', () => {
  test('speak from the subnets of its associations, with the endpoint’s groups', () => {
    const net = world(...NET, ...ENDPOINT, ALL);
    expect(ask(net, 'Joined', 'A', { port: 22 }).answer).toBe('yes');
    expect(ask(net, 'Joined', 'A').answer).toBe('no');
  });

  test('reach nothing without a rule that authorises them', () => {
    const refused = ask(world(...NET, ...ENDPOINT), 'Joined', 'A', { port: 22 });
    expect(refused.answer).toBe('no');
    expect(blocks(refused)).toEqual([
      'Joined: no rule authorises its clients to go there, or no route of theirs leads there',
    ]);
    expect(ask(world(...NET, ...ENDPOINT, rule('Some', '10.0.2.0/24')), 'Joined', 'A', { port: 22 }).answer).toBe('no');
    expect(ask(world(...NET, ...ENDPOINT, rule('Some', '10.0.1.0/24')), 'Joined', 'A', { port: 22 }).answer).toBe(
      'yes',
    );
  });

  test('leave the VPC by a route of the endpoint alone', () => {
    const far = [
      vpc('Far', '10.8.0.0/16'),
      subnet('There', 'Far', '10.8.1.0/24'),
      group('Gfar', 'Far', 'tcp 22 10.0.2.0/24'),
      instance('F', 'There', ['Gfar']),
      resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Far') }),
      table('Tfar', 'Far', ['There'], ['10.0.0.0/16 VpcPeeringConnectionId Pcx']),
      table('Tback', 'Vpc', ['Back'], ['10.8.0.0/16 VpcPeeringConnectionId Pcx']),
      rule('Any', '0.0.0.0/0'),
    ];
    const route = (at: string) =>
      resource('Route', 'AWS::EC2::ClientVpnRoute', {
        ClientVpnEndpointId: ref('Vpn'),
        DestinationCidrBlock: '10.8.0.0/16',
        TargetVpcSubnetId: ref(at),
      });
    const to = (...more: Resources[]) =>
      ask(world(...NET, ...ENDPOINT, ...far, ...more), 'Joined', 'F', { port: 22 }).answer;
    expect([to(), to(route('Back')), to(route('Front'))]).toEqual(['no', 'yes', 'no']);
  });

  test('come by either of two endpoints, where a condition chooses: by what either authorises', () => {
    const sections = {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Live: { 'Fn::Equals': [ref('Stage'), 'live'] } },
    };
    const joined = resource('Joined', 'AWS::EC2::ClientVpnTargetNetworkAssociation', {
      ClientVpnEndpointId: { 'Fn::If': ['Live', ref('Bare'), ref('Vpn')] },
      SubnetId: ref('Back'),
    });
    const bare = resource('Bare', 'AWS::EC2::ClientVpnEndpoint', { VpcId: ref('Vpc'), ClientCidrBlock: '10.9.8.0/22' });
    const net = worldOf(sections, ...NET, bare, VPN, joined, ALL);
    expect(ask(net, 'Joined', 'A', { port: 22 }).answer).toBe('unknown');
  });

  test('answer what they were not asked: nothing speaks to them first', () => {
    expect(ask(world(...NET, ...ENDPOINT, ALL), 'A', 'Joined', { port: 22 }).answer).toBe('no');
  });

  test('are authorised by what no template says: unknown where that may be, and nowhere else', () => {
    const sections = { Parameters: { Block: { Type: 'String' }, Endpoint: { Type: 'String' } } };
    const open = worldOf(sections, ...NET, ...ENDPOINT, rule('Some', ref('Block')));
    expect(ask(open, 'Joined', 'A', { port: 22 }).answer).toBe('unknown');
    expect(ask(open, 'Joined', 'A').answer).toBe('no');
    const elsewhere = resource('Joined', 'AWS::EC2::ClientVpnTargetNetworkAssociation', {
      ClientVpnEndpointId: ref('Endpoint'),
      SubnetId: ref('Back'),
    });
    expect(ask(worldOf(sections, ...NET, elsewhere), 'Joined', 'A', { port: 22 }).answer).toBe('unknown');
    const byParameter = rule('Some', '10.0.1.0/24', { ClientVpnEndpointId: ref('Endpoint') });
    expect(ask(worldOf(sections, ...NET, ...ENDPOINT, byParameter), 'Joined', 'A', { port: 22 }).answer).toBe(
      'unknown',
    );
  });
});
