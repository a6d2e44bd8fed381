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
  way,
  world,
  type Resources,
} from './world';

const PUBLIC = { MapPublicIpOnLaunch: true };
const OPEN = group('Open', 'Vpc', 'tcp 443 0.0.0.0/0');
const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Front', 'Vpc', '10.0.1.0/24', PUBLIC),
  subnet('Back', 'Vpc', '10.0.2.0/24'),
  OPEN,
];
const IGW = internetGateway('Igw', 'Vpc');
const TO_IGW = table('Routes', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw']);
const A = instance('A', 'Front', ['Open']);

// Amazon VPC user guide, Internet gateways; Block public access to VPCs and subnets; Subnet route tables.
// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
describe('the internet gateway', () => {
  test('leads in and out where there is a route, a public address and a rule', () => {
    const net = world(...NET, IGW, TO_IGW, A);
    const inward = ask(net, 'internet', 'A');
    expect(inward.answer).toBe('yes');
    expect(way(inward)).toEqual(['', 'Igw', 'Vpc', 'Open', 'A', 'A']);
    expect(ask(net, 'A', 'internet').answer).toBe('yes');
    expect(ask(net, 'internet', 'A', { port: 22 }).answer).toBe('no');
  });

  // Classic mistake: a public address without a gateway.
  test('is of no use to a public address without a route', () => {
    const net = world(...NET, IGW, A);
    expect(ask(net, 'internet', 'A').answer).toBe('no');
    expect(blocks(ask(net, 'internet', 'A'))).toContain(
      'route table main route table of Vpc: has no route to the destination',
    );
    expect(ask(net, 'A', 'internet').answer).toBe('no');
  });

  test('passes nobody without a public address', () => {
    const net = world(
      ...NET,
      IGW,
      table('Routes', 'Vpc', ['Back'], ['0.0.0.0/0 GatewayId Igw']),
      instance('B', 'Back', ['Open']),
    );
    expect(blocks(ask(net, 'internet', 'B'))).toEqual(['Igw: the destination has no public IPv4 address']);
    expect(blocks(ask(net, 'B', 'internet'))).toEqual([
      'Igw: the sender has no public IPv4 address, and an internet gateway passes no other',
    ]);
  });

  test('counts an Elastic IP address, and what an interface says of itself', () => {
    const routed = [...NET, IGW, table('Routes', 'Vpc', ['Back'], ['0.0.0.0/0 GatewayId Igw'])];
    const eip = resource('Eip', 'AWS::EC2::EIP', { InstanceId: ref('B') });
    expect(ask(world(...routed, instance('B', 'Back', ['Open']), eip), 'internet', 'B').answer).toBe('yes');
    const own = {
      NetworkInterfaces: [{ SubnetId: ref('Front'), GroupSet: [ref('Open')], AssociatePublicIpAddress: false }],
    };
    const without = world(...NET, IGW, TO_IGW, resource('C', 'AWS::EC2::Instance', own));
    expect(ask(without, 'internet', 'C').answer).toBe('no');
  });

  test('leads nowhere while it is not attached', () => {
    const net = world(...NET, resource('Igw', 'AWS::EC2::InternetGateway', {}), TO_IGW, A);
    expect(ask(net, 'internet', 'A').answer).toBe('no');
    expect(blocks(ask(net, 'A', 'internet'))).toEqual(['Igw: the internet gateway is not attached to this VPC']);
  });

  // Classic mistake: 0.0.0.0/1 and 128.0.0.0/1.
  test('is reached by two halves of the address space as by the whole', () => {
    const halves = table('Routes', 'Vpc', ['Front'], ['0.0.0.0/1 GatewayId Igw', '128.0.0.0/1 GatewayId Igw']);
    expect(ask(world(...NET, IGW, halves, A), 'internet', 'A').answer).toBe('yes');
    const half = table('Routes', 'Vpc', ['Front'], ['0.0.0.0/1 GatewayId Igw']);
    const net = world(...NET, IGW, half, A);
    expect(ask(net, '203.0.113.9', 'A').answer).toBe('no');
    expect(ask(net, '9.9.9.9', 'A').answer).toBe('yes');
  });

  // Classic mistake: a subnet without an explicit association.
  test('stays behind for a subnet without an association of its own', () => {
    const net = world(...NET, IGW, TO_IGW, instance('B', 'Back', ['Open']));
    expect(blocks(ask(net, 'B', 'internet'))).toEqual([
      'route table main route table of Vpc: has no route to the destination',
    ]);
  });

  test('is shut by VPC Block Public Access but for what is excluded', () => {
    const options = resource('Bpa', 'AWS::EC2::VPCBlockPublicAccessOptions', {
      InternetGatewayBlockMode: 'block-bidirectional',
    });
    const shut = world(...NET, IGW, TO_IGW, A, options);
    expect(ask(shut, 'internet', 'A').answer).toBe('no');
    expect(ask(shut, 'A', 'internet').answer).toBe('no');
    const exclusion = resource('Except', 'AWS::EC2::VPCBlockPublicAccessExclusion', {
      InternetGatewayExclusionMode: 'allow-bidirectional',
      SubnetId: ref('Front'),
    });
    expect(ask(world(...NET, IGW, TO_IGW, A, options, exclusion), 'internet', 'A').answer).toBe('yes');
  });
});

// Amazon VPC user guide, NAT gateways.
// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
describe('NAT gateways', () => {
  const NAT = [
    resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Front') }),
    table('Inner', 'Vpc', ['Back'], ['0.0.0.0/0 NatGatewayId Nat']),
    instance('B', 'Back', ['Open']),
  ];

  test('lead out and never in', () => {
    const net = world(...NET, IGW, TO_IGW, ...NAT);
    const out = ask(net, 'B', 'internet');
    expect(out.answer).toBe('yes');
    expect(way(out)).toEqual(expect.arrayContaining(['B', 'InnerRoute0', 'Nat', 'RoutesRoute0', 'Igw']));
    expect(ask(net, 'internet', 'B').answer).toBe('no');
  });

  test('lead out through a subnet that itself leads out', () => {
    expect(ask(world(...NET, IGW, ...NAT), 'B', 'internet').answer).toBe('no');
    const own = [resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Back') }), ...NAT.slice(1)] as Resources[];
    expect(ask(world(...NET, IGW, TO_IGW, ...own), 'B', 'internet').answer).toBe('no');
  });

  test('that are private do not use an internet gateway', () => {
    const inner = resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Front'), ConnectivityType: 'private' });
    expect(ask(world(...NET, IGW, TO_IGW, inner, ...NAT.slice(1)), 'B', 'internet').answer).toBe('no');
  });
});

// Amazon VPC user guide, IPv6 support for your VPC; Egress-only internet gateways.
// https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
describe('IPv6', () => {
  const SIX = [
    vpc('Vpc', '10.0.0.0/16'),
    resource('Six', 'AWS::EC2::VPCCidrBlock', { VpcId: ref('Vpc'), AmazonProvidedIpv6CidrBlock: true }),
    subnet('Front', 'Vpc', '10.0.1.0/24', {
      Ipv6CidrBlock: {
        'Fn::Select': [0, { 'Fn::Cidr': [{ 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc', 'Ipv6CidrBlocks'] }] }, 4, 64] }],
      },
    }),
    A,
  ];
  const closedFour = group('Open', 'Vpc', 'tcp 443 10.0.0.0/8,tcp 443 ::/0', 'all any 0.0.0.0/0,all any ::/0');

  // Classic mistake: IPv6 forgotten.
  test('is forgotten: IPv4 is closed, and the same group is open to all of IPv6', () => {
    const net = world(
      ...SIX,
      closedFour,
      IGW,
      table('Routes', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw', '::/0 GatewayId Igw']),
    );
    expect(ask(net, 'internet', 'A').answer).toBe('yes');
    expect(ask(net, '203.0.113.0/24', 'A').answer).toBe('no');
    expect(ask(net, '2001:4860::/32', 'A').answer).toBe('yes');
  });

  test('leaves through an egress-only gateway, and does not come in', () => {
    const only = resource('Eigw', 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('Vpc') });
    const net = world(
      ...SIX,
      closedFour,
      IGW,
      only,
      table('Routes', 'Vpc', ['Front'], ['::/0 EgressOnlyInternetGatewayId Eigw']),
    );
    expect(ask(net, 'A', 'internet').answer).toBe('yes');
    expect(ask(net, 'internet', 'A').answer).toBe('no');
  });
});

// Amazon VPC user guide, Route priority; AWS PrivateLink guide, Gateway endpoints, Routing.
// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
describe('routes', () => {
  const S3 = { VpcId: ref('Vpc'), ServiceName: 'com.amazonaws.ap-east-1.s3', RouteTableIds: [ref('Inner')] };
  const B = instance('B', 'Back', ['Open']);

  // Classic mistake: a gateway’s route hidden by a prefix list, that of an endpoint or of one’s own.
  test('to a gateway endpoint lead to its service and not to the internet', () => {
    const net = world(...NET, table('Inner', 'Vpc', ['Back'], []), resource('S3', 'AWS::EC2::VPCEndpoint', S3), B);
    expect(ask(net, 'B', 'service/s3').answer).toBe('yes');
    expect(ask(net, 'B', 'internet').answer).toBe('no');
  });

  test('by prefix list stand behind a route to the same block', () => {
    const list = resource('List', 'AWS::EC2::PrefixList', { Entries: [{ Cidr: '0.0.0.0/0' }] });
    const parts = [
      ...NET,
      IGW,
      list,
      A,
      resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: 'vpc-1' }),
    ];
    const hidden = table('Routes', 'Vpc', ['Front'], ['List GatewayId Igw', '0.0.0.0/0 VpcPeeringConnectionId Pcx']);
    expect(ask(world(...parts, hidden), 'A', 'internet').answer).toBe('no');
    const alone = table('Routes', 'Vpc', ['Front'], ['List GatewayId Igw']);
    expect(ask(world(...parts, alone), 'A', 'internet').answer).toBe('yes');
  });

  test('that are longer win, also for a part of the internet', () => {
    const far = [
      vpc('Far', '10.9.0.0/16'),
      resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Far') }),
    ];
    const routes = table(
      'Routes',
      'Vpc',
      ['Front'],
      ['0.0.0.0/0 GatewayId Igw', '203.0.113.0/24 VpcPeeringConnectionId Pcx'],
    );
    const net = world(...NET, IGW, ...far, A, routes);
    expect(ask(net, '198.51.100.0/24', 'A').answer).toBe('yes');
    expect(blocks(ask(net, '203.0.113.0/24', 'A'))).toEqual([
      'Pcx: peering is not transitive: only addresses of Far are behind it',
    ]);
  });
});
