import {
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
  worldOf,
  type Resources,
} from './world';

const PARAMETERS = {
  Parameters: {
    Office: { Type: 'String' },
    VpcCidr: { Type: 'String' },
    Subnet: { Type: 'AWS::EC2::Subnet::Id' },
    Home: { Type: 'AWS::EC2::VPC::Id' },
    Gateway: { Type: 'String' },
    Peer: { Type: 'String' },
    Stage: { Type: 'String', AllowedValues: ['test', 'live'] },
  },
  Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
};
const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Left', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true }),
  subnet('Right', 'Vpc', '10.0.2.0/24'),
];
const world = (...parts: Resources[]) => worldOf(PARAMETERS, ...parts);
const rules = (id: string, ...ingress: object[]) =>
  resource(id, 'AWS::EC2::SecurityGroup', { VpcId: ref('Vpc'), SecurityGroupIngress: ingress });
const OFFICE = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: ref('Office') };

test('a block that is a parameter may be any, on the ports of its rule alone', () => {
  const net = world(
    ...NET,
    instance('A', 'Left', ['Ga']),
    instance('B', 'Right', ['Gb']),
    group('Ga', 'Vpc', ''),
    rules('Gb', OFFICE),
  );
  const answer = ask(net, 'A', 'B');
  expect(answer.answer).toBe('unknown');
  expect(answer.unresolved).toEqual([expect.stringContaining('Office')]);
  expect(answer.witness.length).toBeGreaterThan(0);
  expect(ask(net, 'A', 'B', { port: 22 }).answer).toBe('no');
});

test('what is open besides stays open', () => {
  const known = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' };
  const net = world(
    ...NET,
    instance('A', 'Left', ['Ga']),
    instance('B', 'Right', ['Gb']),
    group('Ga', 'Vpc', ''),
    rules('Gb', OFFICE, known),
  );
  expect(ask(net, 'A', 'B').answer).toBe('yes');
});

test('a VPC whose block is a parameter is known by it', () => {
  const parts = (peer: object) => [
    resource('Vpc', 'AWS::EC2::VPC', { CidrBlock: ref('VpcCidr') }),
    ...['Left', 'Right'].map((id, index) =>
      resource(id, 'AWS::EC2::Subnet', {
        VpcId: ref('Vpc'),
        CidrBlock: { 'Fn::Select': [index, { 'Fn::Cidr': [ref('VpcCidr'), 4, 8] }] },
      }),
    ),
    instance('A', 'Left', ['Ga']),
    instance('B', 'Right', ['Gb']),
    group('Ga', 'Vpc', ''),
    rules('Gb', { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...peer }),
  ];
  expect(ask(world(...parts({ CidrIp: ref('VpcCidr') })), 'A', 'B').answer).toBe('yes');
  expect(ask(world(...parts({ CidrIp: { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] } })), 'A', 'B').answer).toBe('yes');
  expect(ask(world(...parts({ CidrIp: '0.0.0.0/0' })), 'A', 'B').answer).toBe('yes');
  expect(ask(world(...parts({ CidrIp: '10.0.0.0/8' })), 'A', 'B').answer).toBe('unknown');
});

test('something in a subnet of another template is open as far as its groups are', () => {
  const home = { VpcId: ref('Home') };
  const closed = resource('Gb', 'AWS::EC2::SecurityGroup', { ...home, SecurityGroupIngress: [] });
  const open = resource('Gb', 'AWS::EC2::SecurityGroup', {
    ...home,
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
  });
  const b = resource('B', 'AWS::EC2::Instance', { SubnetId: ref('Subnet'), SecurityGroupIds: [ref('Gb')] });
  expect(ask(world(b, open), 'internet', 'B', { port: 22 }).answer).toBe('unknown');
  expect(ask(world(b, open), 'internet', 'B', { port: 23 }).answer).toBe('no');
  expect(ask(world(b, closed), 'internet', 'B', { port: 22 }).answer).toBe('no');
});

test('two things in one subnet of another template reach each other all the same', () => {
  const place = (id: string) =>
    resource(id, 'AWS::EC2::Instance', { SubnetId: ref('Subnet'), SecurityGroupIds: [ref('Gb')] });
  const open = resource('Gb', 'AWS::EC2::SecurityGroup', {
    VpcId: ref('Home'),
    SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }],
  });
  expect(ask(world(place('A'), place('B'), open), 'A', 'B').answer).toBe('yes');
});

test('a route whose target is a parameter may lead anywhere; addresses of the VPC stay in it', () => {
  const routes = table('Routes', 'Vpc', ['Left', 'Right'], ['0.0.0.0/0 GatewayId Gateway']);
  const net = world(
    ...NET,
    routes,
    instance('A', 'Left', ['Ga']),
    instance('B', 'Right', ['Ga']),
    group('Ga', 'Vpc', 'tcp 443 0.0.0.0/0'),
  );
  expect(ask(net, 'A', 'internet').answer).toBe('unknown');
  expect(ask(net, 'internet', 'A').answer).toBe('unknown');
  expect(ask(net, 'A', 'B').answer).toBe('yes');
});

test('a rule under a condition is in some deployments only', () => {
  const parts = [...NET, instance('A', 'Left', ['Ga']), instance('B', 'Right', ['Gb']), group('Ga', 'Vpc', '')];
  const net = world(
    ...parts,
    rules('Gb', { 'Fn::If': ['IsLive', { ...OFFICE, CidrIp: '10.0.0.0/8' }, { Ref: 'AWS::NoValue' }] }),
  );
  expect(ask(net, 'A', 'B').answer).toBe('unknown');
  const either = world(
    ...parts,
    rules('Gb', { ...OFFICE, CidrIp: { 'Fn::If': ['IsLive', '10.0.0.0/8', '10.0.1.0/24'] } }),
  );
  expect(ask(either, 'A', 'B').answer).toBe('yes');
});

test('an association under a condition leaves two tables possible', () => {
  const routes = { ...table('Routes', 'Vpc', ['Left'], ['0.0.0.0/0 GatewayId Igw']) };
  const conditional = { ...routes, RoutesLeft: { ...routes['RoutesLeft'], Condition: 'IsLive' } };
  const net = world(
    ...NET,
    internetGateway('Igw', 'Vpc'),
    conditional,
    instance('A', 'Left', ['Ga']),
    group('Ga', 'Vpc', 'tcp 443 0.0.0.0/0'),
  );
  expect(ask(net, 'internet', 'A').answer).toBe('unknown');
});

test('a VPC at the other end of a peering connection that is not here may be reached', () => {
  const peering = resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Peer') });
  const routes = table('Routes', 'Vpc', ['Left'], ['10.9.0.0/16 VpcPeeringConnectionId Pcx']);
  const net = world(...NET, peering, routes, instance('A', 'Left', ['Ga']), group('Ga', 'Vpc', 'tcp 443 10.0.0.0/8'));
  expect(ask(net, 'A', '10.9.1.0/24').answer).not.toBe('no');
  expect(ask(net, '10.9.1.0/24', 'A').answer).not.toBe('no');
  expect(ask(net, 'A', '10.8.1.0/24').answer).toBe('no');
});

test('an instance that forwards packets may send them anywhere', () => {
  const routes = table('Routes', 'Vpc', ['Right'], ['0.0.0.0/0 InstanceId Proxy']);
  const net = world(
    ...NET,
    routes,
    instance('Proxy', 'Left', ['Ga'], { SourceDestCheck: false }),
    instance('B', 'Right', ['Ga']),
    group('Ga', 'Vpc', ''),
  );
  const answer = ask(net, 'B', 'internet');
  expect(answer.answer).toBe('unknown');
  expect(answer.unresolved.join()).toContain('Proxy');
});

test('a group that no template has may let anything in', () => {
  const net = world(...NET, instance('A', 'Left', ['Ga']), group('Ga', 'Vpc', ''), instance('B', 'Right', ['Office']));
  expect(ask(net, 'A', 'B').answer).toBe('unknown');
  expect(blocks(ask(net, 'A', 'B'))).toEqual([]);
});

test('what is only named has a name for people', () => {
  const place = resource('B', 'AWS::EC2::Instance', { SubnetId: ref('Subnet'), SecurityGroupIds: [ref('Gb')] });
  const open = resource('Gb', 'AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }],
  });
  const net = world(place, open);
  expect(net.zones.map(({ name }) => name)).toEqual(['internet', 'the VPC of Subnet/unknown']);
  expect(ask(net, 'internet', 'B').unresolved).toContain('the network ACL of Subnet is not in these templates');
});

// Amazon VPC user guide, NAT gateways; transit gateways guide, Centralized egress: what is not here may translate.
test.each([
  ['NatGatewayId', 'internet', 'unknown'],
  ['TransitGatewayId', 'internet', 'unknown'],
  ['VpcPeeringConnectionId', 'internet', 'no'],
  ['VirtualGateway', 'internet', 'no'],
])('a route to %s that no template has may lead out, and nothing in', (property, to, expected) => {
  const target = property === 'VirtualGateway' ? ['GatewayId', 'vgw-0a1b2c3d4e5f60718'] : [property, 'Target'];
  const net = worldOf(
    { Parameters: { Target: { Type: 'String' } } },
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Back', 'Vpc', '10.0.1.0/24'),
    subnet('Other', 'Vpc', '10.0.2.0/24'),
    group('Open', 'Vpc', 'tcp 443 0.0.0.0/0'),
    instance('B', 'Back', ['Open']),
    instance('D', 'Other', ['Open']),
    resource('Inner', 'AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
    resource('Joined', 'AWS::EC2::SubnetRouteTableAssociation', { RouteTableId: ref('Inner'), SubnetId: ref('Back') }),
    resource('Out', 'AWS::EC2::Route', {
      RouteTableId: ref('Inner'),
      DestinationCidrBlock: '0.0.0.0/0',
      [target[0] ?? '']: property === 'VirtualGateway' ? target[1] : ref('Target'),
    }),
  );
  expect(ask(net, 'B', to).answer).toBe(expected);
  expect(ask(net, 'D', to).answer).toBe('no');
  expect(ask(net, to, 'B').answer).toBe('no');
});

// AWS::AutoScaling::AutoScalingGroup, LaunchTemplate: the template names the groups.
test.each([
  [{ LaunchTemplate: { LaunchTemplateId: ref('Given'), Version: '1' } }, 'unknown'],
  [{ LaunchTemplate: { LaunchTemplateName: 'golden', Version: '1' } }, 'unknown'],
  [{}, 'no'],
])('a fleet that is launched from what no template has, by %j, may wear any group', (launch, expected) => {
  const net = worldOf(
    { Parameters: { Given: { Type: 'String' } } },
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Net', 'Vpc', '10.0.1.0/24'),
    subnet('Other', 'Vpc', '10.0.2.0/24'),
    resource('Fleet', 'AWS::AutoScaling::AutoScalingGroup', { VPCZoneIdentifier: [ref('Net')], ...launch }),
  );
  const answer = ask(net, '10.0.2.0/24', 'Fleet');
  expect(answer.answer).toBe(expected);
  expect(answer.unresolved.join()).toMatch(expected === 'no' ? /^$/ : /launched from/);
});
