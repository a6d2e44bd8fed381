import { ask, group, instance, ref, resource, subnet, vpc, world, worldOf, type Resources } from './world';

// A rule that names a part of a subnet, and things of which nobody says which of the subnet's addresses they have.
const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Left', 'Vpc', '10.0.1.0/24'),
  subnet('Right', 'Vpc', '10.0.2.0/24'),
  group('Open', 'Vpc', 'tcp 0-65535 0.0.0.0/0'),
];
const zone = (name: string) => ({ Tags: [{ Key: 'lionrock:zone', Value: name }] });
const at = (address: string) => ({ PrivateIpAddress: address });

describe('a rule by the source', () => {
  const from = (block: string, properties: object = {}, ...more: Resources[]) =>
    world(
      ...NET,
      instance('A', 'Left', ['Open'], properties),
      instance('B', 'Right', ['In']),
      group('In', 'Vpc', `tcp 443 ${block},tcp 80 10.0.1.0/24`),
      ...more,
    );

  test.each([
    ['10.0.1.5/32', 'unknown'],
    ['10.0.1.0/25', 'unknown'],
    ['10.0.1.0/24', 'yes'],
    ['10.0.0.0/16', 'yes'],
    ['10.0.1.0/25,tcp 443 10.0.1.128/25', 'yes'],
    ['10.0.1.0/25,tcp 444 10.0.1.128/25', 'unknown'],
    ['10.0.9.5/32', 'no'],
  ])('from %s lets in what has any address of the subnet: %s', (block, expected) => {
    const net = from(block);
    expect(ask(net, 'A', 'B').answer).toBe(expected);
    expect(ask(net, 'A', 'B', { port: 22 }).answer).toBe('no');
    expect(ask(net, 'A', 'B', { port: 80 }).answer).toBe('yes');
  });

  test('says what is not known', () => {
    const { unresolved, witness } = ask(from('10.0.1.5/32'), 'A', 'B');
    expect(unresolved).toEqual(['which address A has is decided at deployment']);
    expect(witness.length).toBeGreaterThan(0);
  });

  test('an address that is stated is the one that counts', () => {
    expect(ask(from('10.0.1.5/32', at('10.0.1.5')), 'A', 'B').answer).toBe('yes');
    expect(ask(from('10.0.1.5/32', at('10.0.1.6')), 'A', 'B').answer).toBe('no');
  });

  test('an address that something else has for sure is not free', () => {
    const other = instance('C', 'Left', ['Open'], at('10.0.1.5'));
    expect(ask(from('10.0.1.5/32', {}, other), 'A', 'B').answer).toBe('no');
    expect(ask(from('10.0.1.5/32', {}, other), 'C', 'B').answer).toBe('yes');
  });

  test('a question about the address itself is not about the choice', () => {
    expect(ask(from('10.0.1.5/32'), '10.0.1.5', 'B').answer).toBe('yes');
    expect(ask(from('10.0.1.5/32'), '10.0.1.6', 'B').answer).toBe('no');
    expect(ask(from('10.0.1.5/32'), '10.0.1.0/24', 'B').answer).toBe('unknown');
  });
});

describe('a rule by the destination', () => {
  const to = (block: string, properties: object = {}) =>
    world(
      ...NET,
      instance('A', 'Left', ['Out']),
      instance('B', 'Right', ['Open'], properties),
      group('Out', 'Vpc', '', `tcp 443 ${block}`),
    );

  test.each([
    ['10.0.2.5/32', {}, 'unknown'],
    ['10.0.2.128/25', {}, 'unknown'],
    ['10.0.2.0/24', {}, 'yes'],
    ['10.0.2.5/32', at('10.0.2.5'), 'yes'],
    ['10.0.2.5/32', at('10.0.2.6'), 'no'],
  ])('to %s lets out to what has %j: %s', (block, properties, expected) => {
    expect(ask(to(block, properties), 'A', 'B').answer).toBe(expected);
  });

  test('an interface that states two addresses has both', () => {
    const both = { NetworkInterfaces: ['10.0.2.5', '10.0.2.7'].map((one) => ({ SubnetId: ref('Right'), ...at(one) })) };
    expect(ask(to('10.0.2.5/32', both), 'A', 'B').answer).toBe('yes');
  });
});

test('network ACLs tell addresses apart as well', () => {
  const entry = (id: string, isEgress: boolean, block: string) =>
    resource(id, 'AWS::EC2::NetworkAclEntry', {
      NetworkAclId: ref('Acl'),
      RuleNumber: 100,
      Egress: isEgress,
      Protocol: -1,
      RuleAction: 'allow',
      CidrBlock: block,
    });
  const net = (block: string) =>
    world(
      ...NET,
      instance('A', 'Left', ['Open']),
      instance('B', 'Right', ['Open']),
      resource('Acl', 'AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }),
      resource('Has', 'AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Right'), NetworkAclId: ref('Acl') }),
      entry('Into', false, '0.0.0.0/0'),
      entry('Back', true, block),
    );
  expect(ask(net('10.0.1.5/32'), 'A', 'B').answer).toBe('unknown');
  expect(ask(net('10.0.1.0/24'), 'A', 'B').answer).toBe('yes');
});

describe('zones', () => {
  const zones = (block: string, ...more: Resources[]) =>
    world(
      vpc('Vpc', '10.0.0.0/16'),
      subnet('Left', 'Vpc', '10.0.1.0/24', zone('left')),
      subnet('Right', 'Vpc', '10.0.2.0/24', zone('right')),
      instance('B', 'Right', ['In']),
      group('Open', 'Vpc', ''),
      group('In', 'Vpc', `tcp 443 ${block}`),
      ...more,
    );
  const cell = (net: ReturnType<typeof zones>) => {
    const found = net.cells().find(({ from, to }) => from === 'Vpc/left' && to === 'Vpc/right');
    return found && { answer: found.answer, traffic: found.traffic, unresolved: found.unresolved };
  };
  const HTTPS = [{ protocol: 'tcp', ports: '443' }];

  test('a host that might stand in an empty subnet has any of its addresses', () => {
    const unresolved = ['which address a host in Left has is decided at deployment'];
    expect(cell(zones('10.0.1.5/32'))).toEqual({ answer: 'unknown', traffic: HTTPS, unresolved });
    expect(cell(zones('10.0.1.0/24'))).toEqual({ answer: 'yes', traffic: HTTPS, unresolved: [] });
    expect(ask(zones('10.0.1.5/32'), 'left', 'right').answer).toBe('unknown');
  });

  test('one resource with the address is enough', () => {
    const two = (properties: object) => [instance('A', 'Left', ['Open']), instance('C', 'Left', ['Open'], properties)];
    expect(cell(zones('10.0.1.5/32', ...two({})))?.answer).toBe('unknown');
    expect(cell(zones('10.0.1.5/32', ...two(at('10.0.1.5'))))?.answer).toBe('yes');
    expect(cell(zones('10.0.1.5/32', ...two(at('10.0.1.6'))))?.answer).toBe('unknown');
  });
});

test.each([
  ['10.0.1.5/32', {}, 'unknown'],
  ['10.0.1.0/24', {}, 'yes'],
  ['10.0.1.5/32', at('10.0.1.5'), 'yes'],
  ['10.0.1.5/32', at('10.0.1.6'), 'no'],
])('behind a NAT gateway, a rule for %s faces the address of the gateway %j: %s', (block, properties, expected) => {
  const net = world(
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Left', 'Vpc', '10.0.1.0/24', zone('left')),
    subnet('Right', 'Vpc', '10.0.2.0/24', zone('right')),
    subnet('Inner', 'Vpc', '10.0.3.0/24', zone('inner')),
    resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Left'), ConnectivityType: 'private', ...properties }),
    resource('Table', 'AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
    resource('Has', 'AWS::EC2::SubnetRouteTableAssociation', { SubnetId: ref('Inner'), RouteTableId: ref('Table') }),
    resource('Route', 'AWS::EC2::Route', {
      RouteTableId: ref('Table'),
      DestinationCidrBlock: '10.0.2.0/24',
      NatGatewayId: ref('Nat'),
    }),
    instance('A', 'Inner', ['Out']),
    instance('B', 'Right', ['In']),
    group('Out', 'Vpc', ''),
    group('In', 'Vpc', `tcp 443 ${block}`),
  );
  expect(ask(net, 'A', 'B').answer).toBe(expected);
  const found = net.cells().find(({ from, to }) => from === 'Vpc/inner' && to === 'Vpc/right');
  expect(found?.answer).toBe(expected);
});

// Amazon VPC user guide, Subnet route tables: each table has the local route, and a route to a subnet's block may replace it.
describe('a route table that is not known', () => {
  const net = (rules: string, association: object) =>
    worldOf(
      { Parameters: { Table: { Type: 'String' } } },
      ...NET,
      ...['A', 'A2'].map((id) => instance(id, 'Left', ['In'])),
      ...['B', 'B2'].map((id) => instance(id, 'Right', ['In'])),
      group('In', 'Vpc', rules),
      resource('Own', 'AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
      resource('Joined', 'AWS::EC2::SubnetRouteTableAssociation', { SubnetId: ref('Left'), ...association }),
    );
  const OPEN = 'tcp 443 10.0.0.0/16';
  const unknown = { RouteTableId: ref('Table') };

  test.each([
    ['A', 'B', 'unknown'],
    ['B', 'A', 'unknown'],
    ['A', 'A2', 'yes'],
    ['B', 'B2', 'yes'],
  ])('from %s to %s, where the table of the subnet of A is a parameter: %s', (from, to, expected) => {
    const { answer, unresolved } = ask(net(OPEN, unknown), from, to);
    expect(answer).toBe(expected);
    expect(unresolved).toEqual(expected === 'unknown' ? ['parameter Table has no default'] : []);
    expect(ask(net('', unknown), from, to).answer).toBe('no');
    expect(ask(net(OPEN, { RouteTableId: ref('Own') }), from, to).answer).toBe('yes');
  });
});
