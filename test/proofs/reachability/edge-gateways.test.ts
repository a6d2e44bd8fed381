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
  worldOf,
  type Resources,
} from './world';

const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Edge', 'Vpc', '10.0.1.0/24', { AvailabilityZone: 'us-east-1-wl1-bos-wlz-1' }),
  group('Open', 'Vpc', 'tcp 443 0.0.0.0/0'),
];
const CARRIER = [
  resource('Cagw', 'AWS::EC2::CarrierGateway', { VpcId: ref('Vpc') }),
  table('Routes', 'Vpc', ['Edge'], ['0.0.0.0/0 CarrierGatewayId Cagw']),
];
const carried = (associate: unknown): Resources =>
  resource('A', 'AWS::EC2::Instance', {
    NetworkInterfaces: [{ SubnetId: ref('Edge'), GroupSet: [ref('Open')], AssociateCarrierIpAddress: associate }],
  });

// AWS Wavelength developer guide, How AWS Wavelength works, Carrier gateways: in from the carrier's network, out to it and to
// the internet, never in from the internet; IPv4 only, between addresses of instances and carrier addresses.
describe('a carrier gateway', () => {
  test('leads in from the carrier, and out to it and to the internet', () => {
    const net = world(...NET, ...CARRIER, carried(true));
    const inward = ask(net, 'beyond Cagw', 'A');
    expect(inward.answer).toBe('yes');
    expect(way(inward)).toEqual(['Cagw', 'Cagw', 'Vpc', 'Open', 'A', 'A']);
    expect(ask(net, 'beyond Cagw', 'A', { port: 22 }).answer).toBe('no');
    expect(ask(net, 'A', 'beyond Cagw').answer).toBe('yes');
    const out = ask(net, 'A', 'internet');
    expect(out.answer).toBe('yes');
    expect(way(out)).toEqual(['A', 'Open', 'Vpc', 'RoutesRoute0', 'Cagw', '', '']);
  });

  test('lets nothing in from the internet, also where the VPC has an internet gateway', () => {
    expect(ask(world(...NET, ...CARRIER, carried(true)), 'internet', 'A').answer).toBe('no');
    const eip = resource('Eip', 'AWS::EC2::EIP', { InstanceId: ref('A') });
    const net = world(...NET, ...CARRIER, instance('A', 'Edge', ['Open']), eip, internetGateway('Igw', 'Vpc'));
    expect(ask(net, 'internet', 'A').answer).toBe('no');
    expect(ask(net, 'A', 'internet').answer).toBe('yes');
    expect(ask(net, 'beyond Cagw', 'A').answer).toBe('yes');
  });

  test('passes nobody without a carrier address, and is unknown where that is open', () => {
    const net = world(...NET, ...CARRIER, instance('A', 'Edge', ['Open']));
    expect(blocks(ask(net, 'A', 'internet'))).toEqual([
      'Cagw: the sender has no carrier address, and a carrier gateway passes no other',
    ]);
    expect(blocks(ask(net, 'beyond Cagw', 'A'))).toEqual(['Cagw: the destination has no carrier address']);
    const sections = { Parameters: { Carried: { Type: 'String' } } };
    const open = ask(worldOf(sections, ...NET, ...CARRIER, carried(ref('Carried'))), 'A', 'internet');
    expect(open.answer).toBe('unknown');
    expect(open.unresolved).toContain('who has a carrier address to pass Cagw with is decided at deployment');
  });

  test('is of load balancers and interfaces as far as templates say it', () => {
    const balancer = (Scheme: string) =>
      resource('A', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Scheme,
        Subnets: [ref('Edge')],
        SecurityGroups: [ref('Open')],
      });
    const answer = (part: Resources) => ask(world(...NET, ...CARRIER, part), 'beyond Cagw', 'A').answer;
    expect(answer(balancer('internet-facing'))).toBe('unknown');
    expect(answer(balancer('internal'))).toBe('no');
    expect(answer(carried(false))).toBe('no');
  });

  test('is needed on the way back', () => {
    const [gateway] = CARRIER as [Resources];
    expect(ask(world(...NET, gateway, carried(true)), 'beyond Cagw', 'A').answer).toBe('no');
  });

  test('can be avoided by name, and is not that of another VPC', () => {
    const net = world(...NET, ...CARRIER, carried(true));
    expect(ask(net, 'A', 'internet', { port: 443, avoiding: 'Cagw' }).answer).toBe('no');
    const other = [vpc('Far', '10.9.0.0/16'), resource('Cagw', 'AWS::EC2::CarrierGateway', { VpcId: ref('Far') })];
    const strange = ask(world(...NET, ...CARRIER, ...other, carried(true)), 'A', 'internet');
    expect(blocks(strange)).toEqual(['Cagw: the carrier gateway is not of this VPC']);
  });
});

const RACK = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Rack', 'Vpc', '10.0.1.0/24'),
  subnet('Region', 'Vpc', '10.0.2.0/24'),
  group('Open', 'Vpc', 'udp 53 0.0.0.0/0,tcp 443 0.0.0.0/0'),
  instance('A', 'Rack', ['Open']),
  instance('B', 'Region', ['Open']),
];
const PARAMETERS = { Parameters: { Lgw: { Type: 'String' } } };
const LOCAL = table('Routes', 'Vpc', ['Rack'], ['192.168.0.0/16 LocalGatewayId Lgw']);
const mode = (text: string) => [
  resource('LgwTable', 'AWS::EC2::LocalGatewayRouteTable', { LocalGatewayId: ref('Lgw'), Mode: text }),
  resource('LgwVpc', 'AWS::EC2::LocalGatewayRouteTableVPCAssociation', {
    LocalGatewayRouteTableId: ref('LgwTable'),
    VpcId: ref('Vpc'),
  }),
];

// AWS Outposts user guide for racks, Local gateway route tables: by direct VPC routing own addresses pass, else customer-owned
// ones; Requirements and limitations: subnets are announced that have a route to the local gateway.
describe('a local gateway', () => {
  const net = worldOf(PARAMETERS, ...RACK, LOCAL, ...mode('direct-vpc-routing'));

  test('leads to the network on premises and in from it, by its routes', () => {
    const out = ask(net, 'A', 'beyond Lgw');
    expect(out.answer).toBe('yes');
    expect(way(out)).toEqual(['A', 'Open', 'Vpc', 'RoutesRoute0', '', '', '']);
    expect(ask(net, 'beyond Lgw', 'A').answer).toBe('yes');
    expect(ask(net, '172.16.0.1', 'A').answer).toBe('no');
    expect(ask(net, 'A', 'internet').answer).toBe('no');
    expect(ask(net, 'internet', 'A').answer).toBe('no');
  });

  test('is perhaps announced to by a subnet that may have another table', () => {
    const sections = {
      Parameters: { ...PARAMETERS.Parameters, Stage: { Type: 'String' } },
      Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
    };
    const RoutesRack = { ...LOCAL['RoutesRack'], Condition: 'IsLive' };
    const open = worldOf(sections, ...RACK, { ...LOCAL, RoutesRack }, ...mode('direct-vpc-routing'));
    const dns = { port: 53, protocol: 'udp' } as const;
    expect(ask(open, 'beyond Lgw', 'A', dns).answer).toBe('unknown');
    expect(ask(open, 'beyond Lgw', 'B', dns).answer).toBe('no');
  });

  test('is not announced to by subnets without a route to it, even for what needs no answer', () => {
    expect(ask(net, 'beyond Lgw', 'A', { port: 53, protocol: 'udp' }).answer).toBe('yes');
    expect(ask(net, 'beyond Lgw', 'B', { port: 53, protocol: 'udp' }).answer).toBe('no');
  });

  test('is unknown, and nothing else with it, where addresses are exchanged or nothing says that they are not', () => {
    for (const table of [[], mode('coip')]) {
      const open = worldOf(PARAMETERS, ...RACK, LOCAL, ...table);
      expect(ask(open, 'A', 'beyond Lgw').answer).toBe('unknown');
      expect(ask(open, 'beyond Lgw', 'A').answer).toBe('unknown');
      expect(ask(open, 'internet', 'A').answer).toBe('no');
      expect(ask(open, 'beyond Lgw', 'B').answer).toBe('no');
      expect(ask(open, 'A', 'B').answer).toBe('yes');
    }
  });
});
