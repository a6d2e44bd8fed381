import {
  acl,
  ask,
  blocks,
  group,
  instance,
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

const ROUTE = (id: string, block: string, target: object) =>
  resource(id, 'AWS::EC2::Route', { RouteTableId: ref('Tnet'), DestinationCidrBlock: block, ...target });
const SITE = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Net', 'Vpc', '10.0.1.0/24'),
  group('Gb', 'Vpc', 'tcp 443 192.168.0.0/16'),
  instance('B', 'Net', ['Gb']),
  table('Tnet', 'Vpc', ['Net'], []),
];
const VGW: Resources = {
  ...resource('Vgw', 'AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
  ...resource('Attached', 'AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), VpnGatewayId: ref('Vgw') }),
};
const PROPAGATED = resource('Learnt', 'AWS::EC2::VPNGatewayRoutePropagation', {
  RouteTableIds: [ref('Tnet')],
  VpnGatewayId: ref('Vgw'),
});
const vpn = (more: object) =>
  resource('Vpn', 'AWS::EC2::VPNConnection', {
    Type: 'ipsec.1',
    CustomerGatewayId: 'cgw-1',
    VpnGatewayId: ref('Vgw'),
    ...more,
  });
const fixed = (block: string) =>
  resource('Fixed', 'AWS::EC2::VPNConnectionRoute', { VpnConnectionId: ref('Vpn'), DestinationCidrBlock: block });

// AWS Site-to-Site VPN user guide, Static and dynamic routing; Amazon VPC user guide, Route propagation, Route priority.
describe('a VPN connection at a virtual private gateway', () => {
  test('propagates its static routes, where it has no others', () => {
    const net = world(...SITE, VGW, PROPAGATED, vpn({ StaticRoutesOnly: true }), fixed('192.168.0.0/17'));
    expect(ask(net, '192.168.1.0/24', 'B').answer).toBe('yes');
    expect(way(ask(net, 'B', '192.168.1.0/24'))).toContain('Fixed');
    expect(ask(net, '192.168.200.0/24', 'B').answer).toBe('no');
  });

  test('propagates at run time what its peer announces: unknown, on the ports of rules alone', () => {
    const net = world(...SITE, VGW, PROPAGATED, vpn({}), fixed('192.168.0.0/17'));
    expect(ask(net, '192.168.1.0/24', 'B').answer).toBe('unknown');
    expect(ask(net, '192.168.1.0/24', 'B', { port: 22 }).answer).toBe('no');
  });

  test.each<[string, Resources]>([
    [
      'connection',
      resource('Second', 'AWS::EC2::VPNConnection', { CustomerGatewayId: 'cgw-2', VpnGatewayId: ref('Gateway') }),
    ],
    [
      'association of a Direct Connect gateway',
      resource('Second', 'AWS::DirectConnect::DirectConnectGatewayAssociation', {
        DirectConnectGatewayId: 'dx-1',
        AssociatedGatewayId: ref('Gateway'),
      }),
    ],
    [
      'route of a connection',
      resource('Second', 'AWS::EC2::VPNConnectionRoute', {
        VpnConnectionId: ref('Gateway'),
        DestinationCidrBlock: '192.168.128.0/17',
      }),
    ],
  ])('may propagate more where a %s names what no template says', (_, second) => {
    const sections = { Parameters: { Gateway: { Type: 'String' } } };
    const parts = [...SITE, VGW, PROPAGATED, vpn({ StaticRoutesOnly: true }), fixed('192.168.0.0/17')];
    expect(ask(worldOf(sections, ...parts), '192.168.200.0/24', 'B').answer).toBe('no');
    expect(ask(worldOf(sections, ...parts, second), '192.168.200.0/24', 'B').answer).toBe('unknown');
  });

  test('stands behind a static route of the same length', () => {
    const other = ROUTE('Other', '192.168.0.0/17', { VpcPeeringConnectionId: ref('Pcx') });
    const peering = resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: 'vpc-1' });
    const parts = [...SITE, VGW, PROPAGATED, vpn({ StaticRoutesOnly: true }), fixed('192.168.0.0/17'), peering, other];
    expect(ask(world(...parts), 'beyond Vgw', 'B').answer).toBe('no');
  });

  test('leads nowhere while its gateway is not attached, or nothing propagates', () => {
    const parts = [...SITE, vpn({ StaticRoutesOnly: true }), fixed('192.168.0.0/17')];
    expect(ask(world(...parts, VGW), 'beyond Vgw', 'B').answer).toBe('no');
    const loose = resource('Vgw', 'AWS::EC2::VPNGateway', { Type: 'ipsec.1' });
    expect(ask(world(...parts, loose, PROPAGATED), 'beyond Vgw', 'B').answer).toBe('no');
  });
});

// Amazon VPC user guide, Gateway route tables (internet gateways and virtual private gateways).
test('what comes in by a virtual private gateway follows the route table that is associated with it', () => {
  const parts = [
    ...SITE,
    VGW,
    ROUTE('Home', '192.168.0.0/16', { GatewayId: ref('Vgw') }),
    resource('Edge', 'AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
    resource('Joined', 'AWS::EC2::GatewayRouteTableAssociation', { GatewayId: ref('Vgw'), RouteTableId: ref('Edge') }),
  ];
  expect(ask(world(...parts), 'beyond Vgw', 'B').answer).toBe('yes');
  const appliance = resource('In', 'AWS::EC2::Route', {
    RouteTableId: ref('Edge'),
    DestinationCidrBlock: '10.0.1.0/24',
    NetworkInterfaceId: ref('Eni'),
  });
  const eni = resource('Eni', 'AWS::EC2::NetworkInterface', { SubnetId: ref('Net'), GroupSet: [ref('Gb')] });
  expect(ask(world(...parts, appliance, eni), 'beyond Vgw', 'B').answer).toBe('unknown');
  expect(ask(world(...parts, appliance, eni), 'beyond Vgw', 'B', { avoiding: 'Eni' }).answer).toBe('no');
});

// AWS Direct Connect user guide, Virtual interfaces, Virtual private gateway associations.
describe('Direct Connect at a virtual private gateway', () => {
  const lines = {
    'a private virtual interface': resource('Vif', 'AWS::DirectConnect::PrivateVirtualInterface', {
      VirtualGatewayId: ref('Vgw'),
      ConnectionId: 'dxcon-1',
    }),
    'a Direct Connect gateway': {
      ...resource('Dxgw', 'AWS::DirectConnect::DirectConnectGateway', { DirectConnectGatewayName: 'dx' }),
      ...resource('Dx', 'AWS::DirectConnect::DirectConnectGatewayAssociation', {
        DirectConnectGatewayId: ref('Dxgw'),
        AssociatedGatewayId: ref('Vgw'),
      }),
    },
  };

  test.each(Object.entries(lines))('by %s, is reached by static routes to the gateway', (_, line) => {
    const net = world(...SITE, VGW, line, ROUTE('Home', '192.168.0.0/16', { GatewayId: ref('Vgw') }));
    expect(ask(net, 'beyond Vgw', 'B').answer).toBe('yes');
    expect(ask(net, 'beyond Vgw', 'B', { port: 22 }).answer).toBe('no');
  });

  test.each(Object.entries(lines))('by %s, announces at run time, beside a VPN of static routes', (_, line) => {
    const net = world(...SITE, VGW, line, PROPAGATED, vpn({ StaticRoutesOnly: true }), fixed('192.168.0.0/17'));
    expect(ask(net, '192.168.200.0/24', 'B').answer).toBe('unknown');
  });
});

// AWS Direct Connect user guide, Transit gateway associations, Allowed prefixes interactions: they are what is announced to
// the other side of the line, which filters no packet.
test('Direct Connect at a transit gateway leads in whatever prefixes are announced to the other side', () => {
  const net = (more: object, options: object = {}) =>
    world(
      ...SITE,
      resource('Hub', 'AWS::EC2::TransitGateway', options),
      resource('Link', 'AWS::EC2::TransitGatewayAttachment', {
        TransitGatewayId: ref('Hub'),
        VpcId: ref('Vpc'),
        SubnetIds: [ref('Net')],
      }),
      ROUTE('Home', '192.168.0.0/16', { TransitGatewayId: ref('Hub') }),
      resource('Dx', 'AWS::DirectConnect::DirectConnectGatewayAssociation', {
        DirectConnectGatewayId: 'dx-1',
        AssociatedGatewayId: ref('Hub'),
        ...more,
      }),
    );
  for (const more of [{}, { AllowedPrefixesToDirectConnectGateway: ['10.9.0.0/16'] }]) {
    const answer = ask(net(more), 'beyond Dx', 'B');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved).toContain('what Dx propagates is announced at run time');
    expect(ask(net(more), 'beyond Dx', 'B', { port: 22 }).answer).toBe('no');
  }
  expect(blocks(ask(net({}, { DefaultRouteTablePropagation: 'disable' }), 'B', 'beyond Dx'))).toContain(
    'route table default route table of Hub: has no route to the destination',
  );
});

// Amazon VPC user guide, Customer-managed prefix lists; AWS-managed prefix lists.
describe('rules of groups by prefix list', () => {
  const rule = (direction: 'Ingress' | 'Egress', list: unknown) =>
    resource('Rule', `AWS::EC2::SecurityGroup${direction}`, {
      GroupId: ref('Gb'),
      IpProtocol: 'tcp',
      FromPort: 22,
      ToPort: 22,
      [direction === 'Ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId']: list,
    });
  const NET = [...SITE, subnet('Other', 'Vpc', '10.0.2.0/24'), subnet('Third', 'Vpc', '10.0.3.0/24')];
  const LIST = resource('List', 'AWS::EC2::PrefixList', {
    Entries: [{ Cidr: '10.0.2.0/24' }, { Cidr: '10.0.9.0/24' }],
  });
  const at22 = (from: string, to: string, ...more: Resources[]) =>
    ask(world(...NET, LIST, ...more), from, to, { port: 22 });

  test('let in, and out, the list’s entries alone', () => {
    const ingress = rule('Ingress', ref('List'));
    expect(at22('10.0.2.0/24', 'B', ingress).answer).toBe('yes');
    expect(at22('10.0.3.0/24', 'B', ingress).answer).toBe('no');
    const egress = rule('Egress', ref('List'));
    expect(at22('B', '10.0.2.0/24', egress).answer).toBe('yes');
    expect(at22('B', '10.0.3.0/24', egress).answer).toBe('no');
  });

  test('of a list that no template has may let in anything, on its port', () => {
    const managed = rule('Ingress', 'pl-0123456789abcdef0');
    expect(at22('10.0.3.0/24', 'B', managed).answer).toBe('unknown');
    expect(at22('10.0.3.0/24', 'B', managed).unresolved).toEqual([
      'prefix list pl-0123456789abcdef0 is not in these templates',
    ]);
    expect(ask(world(...NET, managed), '10.0.3.0/24', 'B', { port: 23 }).answer).toBe('no');
  });
});

// AWS::EC2::TransitGatewayAttachment Options, ApplianceModeSupport: with it, either zone's interface may be taken.
test.each([
  ['disable', 'no'],
  ['enable', 'unknown'],
  [ref('Mode'), 'unknown'],
])(
  'a transit gateway stays in the availability zone while appliance mode is disabled for certain: %j',
  (mode, expected) => {
    const attachment = (id: string, vpcId: string, subnets: readonly string[], more: object = {}) =>
      resource(id, 'AWS::EC2::TransitGatewayAttachment', {
        TransitGatewayId: ref('Hub'),
        VpcId: ref(vpcId),
        SubnetIds: subnets.map(ref),
        ...more,
      });
    const net = worldOf(
      { Parameters: { Mode: { Type: 'String' } } },
      ...SITE,
      resource('Hub', 'AWS::EC2::TransitGateway', {}),
      subnet('Net', 'Vpc', '10.0.1.0/24', { AvailabilityZone: 'ap-east-1b' }),
      vpc('Far', '192.168.0.0/16'),
      subnet('Src', 'Far', '192.168.1.0/24'),
      group('Gs', 'Far', ''),
      instance('S', 'Src', ['Gs']),
      table('Tfar', 'Far', ['Src'], ['10.0.0.0/16 TransitGatewayId Hub']),
      attachment('FarLink', 'Far', ['Src']),
      subnet('Ina', 'Vpc', '10.0.8.0/24'),
      subnet('Inb', 'Vpc', '10.0.9.0/24', { AvailabilityZone: 'ap-east-1b' }),
      acl('Closed', 'Vpc', ['Ina'], []),
      attachment('Link', 'Vpc', ['Ina', 'Inb'], { Options: { ApplianceModeSupport: mode } }),
      ROUTE('Home', '192.168.0.0/16', { TransitGatewayId: ref('Hub') }),
    );
    expect(ask(net, 'S', 'B').answer).toBe(expected);
  },
);
