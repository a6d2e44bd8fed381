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
  world,
  type Resources,
} from '../world';

// Faults of the engine that the kernel test found by IPv6 (docs/kernel-test.md), in the smallest network that shows each.

/** A VPC with a block of IPv6, one subnet, and one instance that a rule for that block lets in and out. */
const site = (name: string, number: number, more: object = {}): Resources[] => [
  vpc(`Vpc${name}`, `10.${number}.0.0/16`),
  resource(`Six${name}`, 'AWS::EC2::VPCCidrBlock', {
    VpcId: ref(`Vpc${name}`),
    Ipv6CidrBlock: `2600:1f16:0:${number}00::/56`,
    Ipv6Pool: 'pool',
  }),
  subnet(`Net${name}`, `Vpc${name}`, `10.${number}.1.0/24`, { Ipv6CidrBlock: `2600:1f16:0:${number}01::/64` }),
  group(`Group${name}`, `Vpc${name}`, 'all any 2600:1f16::/32', 'all any 2600:1f16::/32'),
  instance(name, `Net${name}`, [`Group${name}`], more),
];
const address = (number: number) => ({ Ipv6Addresses: [{ Ipv6Address: `2600:1f16:0:${number}01::a` }] });

test('IPv6 propagates from attachments that support it, and passes others by static routes', () => {
  const joined = (support: unknown, ...more: Resources[]) =>
    world(
      ...site('A', 1),
      ...site('B', 2),
      resource('Tgw', 'AWS::EC2::TransitGateway', {}),
      ...['A', 'B'].flatMap((name, index) => [
        resource(`At${name}`, 'AWS::EC2::TransitGatewayAttachment', {
          TransitGatewayId: ref('Tgw'),
          VpcId: ref(`Vpc${name}`),
          SubnetIds: [ref(`Net${name}`)],
          Options: { Ipv6Support: index === 0 ? 'enable' : support },
        }),
        table(`Table${name}`, `Vpc${name}`, [`Net${name}`], ['2600:1f16::/32 TransitGatewayId Tgw']),
      ]),
      ...more,
    );
  expect(ask(joined('enable'), 'A', 'B').answer).toBe('yes');
  expect(ask(joined('disable'), 'A', 'B').answer).toBe('no');
  const open = ask(joined({ 'Fn::ImportValue': 'Support' }), 'A', 'B');
  expect(open.answer).toBe('unknown');
  expect(open.unresolved).toContain('whether AtB supports IPv6 is decided at deployment');
  const inTable = { TransitGatewayRouteTableId: ref('Table') };
  const written = [
    resource('Tgw', 'AWS::EC2::TransitGateway', { DefaultRouteTableAssociation: 'disable' }),
    resource('Table', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') }),
    ...['A', 'B'].flatMap((name, index) => [
      resource(`Of${name}`, 'AWS::EC2::TransitGatewayRouteTableAssociation', {
        ...inTable,
        TransitGatewayAttachmentId: ref(`At${name}`),
      }),
      resource(`To${name}`, 'AWS::EC2::TransitGatewayRoute', {
        ...inTable,
        DestinationCidrBlock: `2600:1f16:0:${index + 1}00::/56`,
        TransitGatewayAttachmentId: ref(`At${name}`),
      }),
    ]),
  ];
  expect(ask(joined('disable', ...written), 'A', 'B').answer).toBe('yes');
});

test('nobody on the internet has the IPv6 address of an instance', () => {
  const net = world(
    ...site('A', 1, address(1)),
    ...site('B', 2, address(2)),
    internetGateway('Igw', 'VpcB'),
    table('TableB', 'VpcB', ['NetB'], ['::/0 GatewayId Igw']),
  );
  expect(ask(net, '2600:1f16:0:101::a/128', '2600:1f16:0:201::a/128', { protocol: 'udp', port: 53 }).answer).toBe('no');
  expect(ask(net, '2600:1f16:0:201::a/128', '2600:1f16:0:101::a/128').answer).toBe('no');
  expect(ask(net, 'internet', 'B').answer).toBe('yes');
});

describe('a NAT gateway has no IPv6 address', () => {
  const net = (rule: string) =>
    world(
      ...site('A', 1),
      subnet('Edge', 'VpcA', '10.1.2.0/24', { Ipv6CidrBlock: '2600:1f16:0:102::/64' }),
      resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Edge'), AllocationId: 'eipalloc-1' }),
      internetGateway('Igw', 'VpcA'),
      table('Out', 'VpcA', ['Edge'], ['0.0.0.0/0 GatewayId Igw', '::/0 GatewayId Igw']),
      table('TableA', 'VpcA', ['NetA'], ['0.0.0.0/0 NatGatewayId Nat']),
      group('Free', 'VpcA', '', 'tcp 443 0.0.0.0/0'),
      instance('C', 'NetA', ['Free']),
      acl('Acl', 'VpcA', ['Edge'], [`in 100 allow all any ${rule}`, `out 100 allow all any ${rule}`]),
    );

  test.each([
    ['0.0.0.0/0', 'yes'],
    ['::/0', 'no'],
  ])('behind a network ACL that lets %s through', (rule, expected) => {
    expect(ask(net(rule), 'C', 'internet').answer).toBe(expected);
  });
});

test('a question by IPv6 addresses is not answered by a way of IPv4', () => {
  const net = world(
    ...site('A', 1, address(1)),
    subnet('Edge', 'VpcA', '10.1.2.0/24', { Ipv6CidrBlock: '2600:1f16:0:102::/64' }),
    resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Edge'), AllocationId: 'eipalloc-1' }),
    internetGateway('Igw', 'VpcA'),
    table('Out', 'VpcA', ['Edge'], ['0.0.0.0/0 GatewayId Igw']),
    table('TableA', 'VpcA', ['NetA'], ['0.0.0.0/0 NatGatewayId Nat']),
    group('Web', 'VpcA', 'tcp 443 0.0.0.0/0'),
    instance('C', 'NetA', ['Web'], {
      Ipv6Addresses: [{ Ipv6Address: '2600:1f16:0:101::c' }],
    }),
    resource('Eip', 'AWS::EC2::EIP', { InstanceId: ref('C') }),
  );
  const answer = ask(net, '2600:1f16:0:101::a/128', '2600:1f16:0:101::c/128');
  expect(answer.answer).toBe('no');
  expect(blocks(answer)).toContain('security group Web: no rule lets this in to C');
});

test('an egress-only gateway lets in answers to what left by it, and no others', () => {
  const net = (...routes: string[]) =>
    world(
      ...site('A', 1),
      ...site('B', 2),
      resource('Only', 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('VpcA') }),
      resource('Peer', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('VpcA'), PeerVpcId: ref('VpcB') }),
      internetGateway('Igw', 'VpcB'),
      table('TableA', 'VpcA', ['NetA'], routes),
      table('TableB', 'VpcB', ['NetB'], ['::/0 GatewayId Igw']),
    );
  expect(ask(net('::/0 EgressOnlyInternetGatewayId Only'), 'A', 'B').answer).toBe('yes');
  const apart = net('2600:1f16:0:200::/56 VpcPeeringConnectionId Peer', '::/0 EgressOnlyInternetGatewayId Only');
  expect(ask(apart, 'A', 'B').answer).toBe('no');
  expect(ask(apart, 'A', 'B', { protocol: 'udp', port: 53 }).answer).toBe('yes');
});
