import { ask, group, instance, ref, resource, subnet, table, vpc, worldOf, type Resources } from './world';

const SECTIONS = { Parameters: { Block: { Type: 'String' }, Elsewhere: { Type: 'String' } } };
const world = (...parts: Resources[]) => worldOf(SECTIONS, ...parts);

// Amazon VPC user guide, Subnet CIDR blocks: that of a subnet is within one of the VPC's.
test.each([
  ['10.0.0.0/16', 'yes'],
  ['10.0.0.0/8', 'yes'],
  ['10.0.128.0/17', 'unknown'],
  ['10.1.0.0/16', 'no'],
  ['192.168.0.0/16', 'no'],
  ['9.0.0.0/8', 'no'],
])('a subnet whose block is a parameter is in its VPC’s: what lets in %s lets in from it: %s', (block, expected) => {
  const net = world(
    vpc('Vpc', '10.0.0.0/16'),
    resource('Left', 'AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: ref('Block') }),
    subnet('Right', 'Vpc', '10.0.2.0/24'),
    group('Out', 'Vpc', ''),
    group('In', 'Vpc', `tcp 443 ${block}`),
    instance('A', 'Left', ['Out']),
    instance('B', 'Right', ['In']),
  );
  const { answer, unresolved } = ask(net, 'A', 'B');
  expect(answer).toBe(expected);
  expect(unresolved.length > 0).toBe(expected === 'unknown');
});

describe('an instance with an interface that is a resource of its own', () => {
  const NET = [
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Left', 'Vpc', '10.0.1.0/24'),
    subnet('Right', 'Vpc', '10.0.2.0/24'),
    group('Out', 'Vpc', ''),
    group('In', 'Vpc', 'tcp 443 10.0.1.0/24'),
    instance('A', 'Left', ['Out']),
  ];
  const taking = (id: string) =>
    resource('B', 'AWS::EC2::Instance', { NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: ref(id) }] });
  const card = (groups: readonly string[]) =>
    resource('Card', 'AWS::EC2::NetworkInterface', { SubnetId: ref('Right'), GroupSet: groups.map(ref) });

  test('stands in its subnet and wears its groups', () => {
    const open = world(...NET, taking('Card'), card(['In']));
    expect(ask(open, 'A', 'B').answer).toBe('yes');
    expect(ask(open, 'A', 'B', { port: 80 }).answer).toBe('no');
    expect(ask(world(...NET, taking('Card'), card(['Out'])), 'A', 'B').answer).toBe('no');
  });

  test('is not known where the interface is made elsewhere', () => {
    expect(ask(world(...NET, taking('Elsewhere')), 'internet', 'B').answer).toBe('unknown');
  });
});

describe('a transit gateway of these templates', () => {
  const NET = [
    vpc('Vpc', '10.1.0.0/16'),
    subnet('Left', 'Vpc', '10.1.1.0/24'),
    group('Open', 'Vpc', 'tcp 443 10.0.0.0/8'),
    instance('A', 'Left', ['Open']),
    table('Routes', 'Vpc', ['Left'], ['10.9.0.0/16 TransitGatewayId Tgw']),
    resource('Tgw', 'AWS::EC2::TransitGateway', {
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
    }),
    resource('To', 'AWS::EC2::TransitGatewayAttachment', {
      TransitGatewayId: ref('Tgw'),
      VpcId: ref('Vpc'),
      SubnetIds: [ref('Left')],
    }),
    resource('Rt', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') }),
    resource('Back', 'AWS::EC2::TransitGatewayRouteTablePropagation', {
      TransitGatewayAttachmentId: ref('To'),
      TransitGatewayRouteTableId: ref('Rt'),
    }),
    resource('Joined', 'AWS::EC2::TransitGatewayRouteTableAssociation', {
      TransitGatewayAttachmentId: ref('To'),
      TransitGatewayRouteTableId: ref('Rt'),
    }),
  ];
  const led = (attachment: string): Resources =>
    resource('Onward', 'AWS::EC2::TransitGatewayRoute', {
      DestinationCidrBlock: '10.9.0.0/16',
      TransitGatewayAttachmentId: ref(attachment),
      TransitGatewayRouteTableId: ref('Rt'),
    });

  test('leads beyond itself where a route leads to an attachment that is not here', () => {
    const net = world(...NET, led('Elsewhere'));
    expect(net.zones.map(({ name }) => name)).toContain('beyond Tgw');
    expect(ask(net, 'A', 'beyond Tgw').answer).toBe('unknown');
  });

  test('leads nowhere else where all attachments are here', () => {
    const net = world(...NET, led('To'));
    expect(net.zones.map(({ name }) => name)).not.toContain('beyond Tgw');
    expect(ask(net, 'A', '10.9.1.1').answer).toBe('no');
  });
});
