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

// Faults of the engine that the kernel test found (docs/kernel-test.md), in the smallest network that shows each.

const NET = [vpc('Vpc', '10.0.0.0/16'), subnet('Net', 'Vpc', '10.0.1.0/24')];

test('a rule for one address is not for another that an interface of the instance names', () => {
  const card = { DeviceIndex: '0', SubnetId: ref('Net'), PrivateIpAddress: '10.0.1.10', GroupSet: [ref('Open')] };
  const inside = world(
    ...NET,
    group('Open', 'Vpc', 'tcp 443 10.0.0.0/16'),
    group('One', 'Vpc', 'tcp 443 10.0.1.11/32'),
    resource('A', 'AWS::EC2::Instance', { NetworkInterfaces: [card] }),
    instance('B', 'Net', ['One']),
  );
  expect(ask(inside, 'A', 'B').answer).toBe('no');
  const apart = world(
    ...NET,
    group('Open', 'Vpc', 'tcp 443 10.0.0.0/16'),
    group('One', 'Vpc', 'tcp 443 10.0.1.10/32'),
    resource('Card', 'AWS::EC2::NetworkInterface', {
      SubnetId: ref('Net'),
      PrivateIpAddress: '10.0.1.10',
      GroupSet: [ref('Open')],
    }),
    resource('A', 'AWS::EC2::Instance', {
      NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: ref('Card') }],
    }),
    instance('B', 'Net', ['One']),
  );
  expect(ask(apart, 'A', 'B').answer).toBe('yes');
});

test('a ping between IPv4 addresses is not ICMPv6', () => {
  const net = world(
    ...NET,
    subnet('Other', 'Vpc', '10.0.2.0/24'),
    group('Open', 'Vpc', 'all any 10.0.0.0/8'),
    instance('A', 'Net', ['Open']),
    instance('B', 'Other', ['Open']),
    acl(
      'Acl',
      'Vpc',
      ['Other'],
      ['in 90 deny icmp any 10.0.0.0/16', 'in 100 allow all any 0.0.0.0/0', 'out 100 allow all any 0.0.0.0/0'],
    ),
  );
  expect(ask(net, 'A', 'B', { protocol: 'icmp' }).answer).toBe('no');
  expect(ask(net, 'A', 'B').answer).toBe('yes');
});

test('what came by a transit gateway does not go on over a peering connection', () => {
  const site = (name: string, block: number): Resources[] => [
    vpc(`Vpc${name}`, `10.${block}.0.0/16`),
    subnet(`Net${name}`, `Vpc${name}`, `10.${block}.1.0/24`),
    group(`Group${name}`, `Vpc${name}`, 'all any 10.0.0.0/8'),
    instance(name, `Net${name}`, [`Group${name}`]),
    resource(`At${name}`, 'AWS::EC2::TransitGatewayAttachment', {
      TransitGatewayId: ref('Tgw'),
      VpcId: ref(`Vpc${name}`),
      SubnetIds: [ref(`Net${name}`)],
    }),
  ];
  const net = world(
    ...site('A', 1),
    ...site('B', 2),
    ...site('C', 3),
    resource('Tgw', 'AWS::EC2::TransitGateway', {
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
    }),
    resource('FromA', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') }),
    resource('OfA', 'AWS::EC2::TransitGatewayRouteTableAssociation', {
      TransitGatewayRouteTableId: ref('FromA'),
      TransitGatewayAttachmentId: ref('AtA'),
    }),
    resource('ToB', 'AWS::EC2::TransitGatewayRoute', {
      TransitGatewayRouteTableId: ref('FromA'),
      DestinationCidrBlock: '0.0.0.0/0',
      TransitGatewayAttachmentId: ref('AtB'),
    }),
    resource('Bc', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('VpcB'), PeerVpcId: ref('VpcC') }),
    table('TableA', 'VpcA', ['NetA'], ['10.0.0.0/8 TransitGatewayId Tgw']),
    table('TableB', 'VpcB', ['NetB'], ['10.3.0.0/16 VpcPeeringConnectionId Bc']),
  );
  const answer = ask(net, 'A', 'C', { protocol: 'udp', port: 53 });
  expect(answer.answer).toBe('no');
  expect(blocks(answer)).toContain('Bc: peering is not transitive: only addresses of VpcB may be sent from it');
  expect(ask(net, 'B', 'C', { protocol: 'udp', port: 53 }).answer).toBe('yes');
});

test('the matrix has what passes a NAT gateway', () => {
  const net = world(
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Public', 'Vpc', '10.0.1.0/24'),
    subnet('Private', 'Vpc', '10.0.2.0/24'),
    internetGateway('Igw', 'Vpc'),
    resource('Eip', 'AWS::EC2::EIP', { Domain: 'vpc' }),
    resource('Nat', 'AWS::EC2::NatGateway', {
      SubnetId: ref('Public'),
      AllocationId: { 'Fn::GetAtt': ['Eip', 'AllocationId'] },
    }),
    table('ToInternet', 'Vpc', ['Public'], ['0.0.0.0/0 GatewayId Igw']),
    table('ToNat', 'Vpc', ['Private'], ['0.0.0.0/0 NatGatewayId Nat']),
    group('Group', 'Vpc', '', 'tcp 443 0.0.0.0/0'),
    instance('A', 'Private', ['Group']),
  );
  const cell = net.cells().find(({ from, to }) => from === 'Vpc/private-with-egress' && to === 'internet');
  expect(cell?.answer).toBe('yes');
  expect(cell?.traffic).toEqual([{ protocol: 'tcp', ports: '443' }]);
});
