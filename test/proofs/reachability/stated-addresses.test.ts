import { ask, group, instance, internetGateway, ref, resource, subnet, table, vpc, world } from './world';

const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Left', 'Vpc', '10.0.1.0/24'),
  subnet('Right', 'Vpc', '10.0.2.0/24'),
  group('Open', 'Vpc', 'tcp 0-65535 0.0.0.0/0'),
];

/** Whether A, which stands in `Left`, reaches what lets in `block` alone. */
const reaches = (block: string, a: object) =>
  ask(
    world(...NET, { A: a } as never, group('In', 'Vpc', `tcp 443 ${block}`), instance('B', 'Right', ['In'])),
    'A',
    'B',
  ).answer;

// Amazon VPC user guide, Subnet sizing: the first four addresses and the last are not available for use.
// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
describe('addresses that AWS keeps', () => {
  const a = { Type: 'AWS::EC2::Instance', Properties: { SubnetId: ref('Left'), SecurityGroupIds: [ref('Open')] } };

  test.each([
    ['10.0.1.0/30', 'no'],
    ['10.0.1.3/32', 'no'],
    ['10.0.1.255/32', 'no'],
    ['10.0.1.4/32', 'unknown'],
    ['10.0.1.254/32', 'unknown'],
    ['10.0.1.0/29', 'unknown'],
    [
      '10.0.1.4/30,tcp 443 10.0.1.8/29,tcp 443 10.0.1.16/28,tcp 443 10.0.1.32/27,tcp 443 10.0.1.64/26,tcp 443 10.0.1.128/25',
      'yes',
    ],
  ])('%s: %s', (block, expected) => {
    expect(reaches(block, a)).toBe(expected);
  });

  test('of IPv6 as well', () => {
    const six = [
      vpc('Vpc', '10.0.0.0/16'),
      resource('Six', 'AWS::EC2::VPCCidrBlock', { VpcId: ref('Vpc'), Ipv6CidrBlock: '2001:db8::/56' }),
      subnet('Left', 'Vpc', '10.0.1.0/24', { Ipv6CidrBlock: '2001:db8:0:1::/64' }),
      subnet('Right', 'Vpc', '10.0.2.0/24', { Ipv6CidrBlock: '2001:db8:0:2::/64' }),
      group('Open', 'Vpc', 'tcp 0-65535 0.0.0.0/0'),
      instance('A', 'Left', ['Open']),
      instance('B', 'Right', ['In']),
    ];
    expect(ask(world(...six, group('In', 'Vpc', 'tcp 443 2001:db8:0:1::/126')), 'A', 'B').answer).toBe('no');
    expect(ask(world(...six, group('In', 'Vpc', 'tcp 443 2001:db8:0:1::/125')), 'A', 'B').answer).toBe('unknown');
  });
});

describe('addresses that a template states', () => {
  const card = (properties: object) => ({
    Type: 'AWS::EC2::Instance',
    Properties: {
      NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: ref('Left'), GroupSet: [ref('Open')], ...properties }],
    },
  });
  const two = [
    { Primary: true, PrivateIpAddress: '10.0.1.10' },
    { Primary: false, PrivateIpAddress: '10.0.1.11' },
  ];

  // AWS::EC2::Instance NetworkInterface, PrivateIpAddresses and SecondaryPrivateIpAddressCount
  test('of an interface, all of them', () => {
    const a = card({ PrivateIpAddresses: two });
    expect(reaches('10.0.1.10/32', a)).toBe('yes');
    expect(reaches('10.0.1.11/32', a)).toBe('yes');
    expect(reaches('10.0.1.12/32', a)).toBe('no');
  });

  test('and others that it does not say', () => {
    const a = card({ PrivateIpAddress: '10.0.1.10', SecondaryPrivateIpAddressCount: 2 });
    expect(reaches('10.0.1.10/32', a)).toBe('yes');
    expect(reaches('10.0.1.12/32', a)).toBe('unknown');
  });

  test('of an interface that is a resource of its own', () => {
    const a = {
      Type: 'AWS::EC2::NetworkInterface',
      Properties: { SubnetId: ref('Left'), GroupSet: [ref('Open')], PrivateIpAddresses: two },
    };
    expect(reaches('10.0.1.11/32', a)).toBe('yes');
    expect(reaches('10.0.1.12/32', a)).toBe('no');
  });

  // AWS::ElasticLoadBalancingV2::LoadBalancer SubnetMapping, PrivateIPv4Address
  test('of a load balancer, in the subnet where it has them', () => {
    const a = {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: {
        Type: 'network',
        Scheme: 'internal',
        SubnetMappings: [{ SubnetId: ref('Left'), PrivateIPv4Address: '10.0.1.10' }, { SubnetId: ref('Right') }],
      },
    };
    expect(reaches('10.0.1.10/32', a)).toBe('yes');
    expect(reaches('10.0.1.11/32', a)).toBe('no');
    expect(reaches('10.0.2.10/32', a)).toBe('unknown');
  });

  // AWS::EC2::NatGateway, SecondaryPrivateIpAddresses
  test('of a NAT gateway', () => {
    const nat = (properties: object) =>
      world(
        ...NET,
        resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Left'), ConnectivityType: 'private', ...properties }),
        group('In', 'Vpc', 'tcp 443 10.0.1.11/32'),
        instance('B', 'Right', ['In']),
      );
    const both = { PrivateIpAddress: '10.0.1.10', SecondaryPrivateIpAddresses: ['10.0.1.11'] };
    expect(ask(nat(both), 'Nat', 'B').answer).toBe('yes');
    expect(ask(nat({ PrivateIpAddress: '10.0.1.10' }), 'Nat', 'B').answer).toBe('no');
  });
});

// Application Load Balancers user guide, IP address types: IPv6 is for balancers that are told to have it.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#ip-address-type
describe('a load balancer in subnets with IPv6', () => {
  const six = (properties: object) =>
    world(
      vpc('Vpc', '10.0.0.0/16'),
      resource('Six', 'AWS::EC2::VPCCidrBlock', { VpcId: ref('Vpc'), Ipv6CidrBlock: '2001:db8::/56' }),
      subnet('Left', 'Vpc', '10.0.1.0/24', { Ipv6CidrBlock: '2001:db8:0:1::/64' }),
      internetGateway('Igw', 'Vpc'),
      table('Routes', 'Vpc', ['Left'], ['::/0 GatewayId Igw']),
      group('In', 'Vpc', 'tcp 443 ::/0'),
      resource('A', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Subnets: [ref('Left')],
        SecurityGroups: [ref('In')],
        ...properties,
      }),
    );

  test('has IPv6 addresses when it is told to', () => {
    expect(ask(six({}), 'internet', 'A').answer).toBe('no');
    expect(ask(six({ IpAddressType: 'dualstack' }), 'internet', 'A').answer).toBe('yes');
  });

  // Application Load Balancers user guide, Load balancer attributes, ipv6.deny_all_igw_traffic
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes
  test('turns away what comes through an internet gateway when it is internal', () => {
    const internal = { IpAddressType: 'dualstack', Scheme: 'internal' };
    expect(ask(six(internal), 'internet', 'A').answer).toBe('no');
    const open = [{ Key: 'ipv6.deny_all_igw_traffic', Value: 'false' }];
    expect(ask(six({ ...internal, LoadBalancerAttributes: open }), 'internet', 'A').answer).toBe('yes');
    expect(ask(six({ IpAddressType: 'dualstack', Scheme: ref('AWS::AccountId') }), 'internet', 'A').answer).toBe(
      'unknown',
    );
  });
});
