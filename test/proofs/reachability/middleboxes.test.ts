import {
  ask,
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

const PASSING = (port: number) =>
  resource('Rules', 'AWS::NetworkFirewall::RuleGroup', {
    Type: 'STATEFUL',
    RuleGroup: { RulesSource: { RulesString: `pass tcp any any -> any ${port} (sid:1;)` } },
  });
const FIREWALL = (vpcId: string, subnetId: string) => [
  resource('Fw', 'AWS::NetworkFirewall::Firewall', {
    FirewallPolicyArn: ref('Policy'),
    VpcId: ref(vpcId),
    SubnetMappings: [{ SubnetId: ref(subnetId) }],
  }),
  resource('Policy', 'AWS::NetworkFirewall::FirewallPolicy', {
    FirewallPolicy: {
      StatelessDefaultActions: ['aws:forward_to_sfe'],
      StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
      StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
      StatefulDefaultActions: ['aws:drop_strict'],
      StatefulRuleGroupReferences: [{ ResourceArn: ref('Rules'), Priority: 1 }],
    },
  }),
];
const ENDPOINT = {
  'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Select': [0, { 'Fn::GetAtt': ['Fw', 'EndpointIds'] }] }] }],
};
const through = (id: string, tableId: string, block: string, endpoint: unknown) =>
  resource(id, 'AWS::EC2::Route', { RouteTableId: ref(tableId), DestinationCidrBlock: block, VpcEndpointId: endpoint });
const WEB = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Wall', 'Vpc', '10.0.9.0/28'),
  subnet('Web', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true }),
  group('Open', 'Vpc', 'tcp 0-65535 0.0.0.0/0'),
  instance('Server', 'Web', ['Open']),
  internetGateway('Igw', 'Vpc'),
  table('Twall', 'Vpc', ['Wall'], ['0.0.0.0/0 GatewayId Igw']),
  table('Tweb', 'Vpc', ['Web'], []),
  table('Edge', 'Vpc', [], []),
];

// Amazon VPC user guide, Gateway route tables; Network Firewall developer guide, Architecture with an internet gateway.
describe('a firewall before an internet gateway', () => {
  const net = (...more: Resources[]) =>
    world(...WEB, ...FIREWALL('Vpc', 'Wall'), PASSING(443), through('Out', 'Tweb', '0.0.0.0/0', ENDPOINT), ...more);
  const edge = [
    through('In', 'Edge', '10.0.1.0/24', ENDPOINT),
    resource('AtEdge', 'AWS::EC2::GatewayRouteTableAssociation', { GatewayId: ref('Igw'), RouteTableId: ref('Edge') }),
  ];

  test('is passed where the gateway’s own route table leads to it', () => {
    const open = ask(net(...edge), 'internet', 'Server');
    expect(open.answer).toBe('yes');
    expect(way(open)).toEqual(expect.arrayContaining(['Igw', 'In', 'Fw', 'Server']));
    expect(ask(net(...edge), 'internet', 'Server', { port: 22 }).answer).toBe('no');
    expect(ask(net(...edge), 'internet', 'Server', { avoiding: 'inspection' }).answer).toBe('no');
  });

  test('is gone around on the way in where the gateway has none', () => {
    const bypassed = ask(net(), 'internet', 'Server', { protocol: 'udp', port: 53 });
    expect(bypassed.answer).toBe('no');
    const open = group('Open', 'Vpc', 'all any 0.0.0.0/0');
    expect(ask(net(open), 'internet', 'Server', { protocol: 'udp', port: 53 }).answer).toBe('yes');
  });
});

// Network Firewall developer guide, Multiple endpoints: VPC endpoint associations, also in VPCs of other accounts.
test('a secondary endpoint of a firewall is a way through it in another VPC', () => {
  const net = (port: number) =>
    world(
      vpc('Hub', '10.9.0.0/16'),
      subnet('Home', 'Hub', '10.9.1.0/28'),
      ...FIREWALL('Hub', 'Home'),
      PASSING(port),
      resource('Second', 'AWS::NetworkFirewall::VpcEndpointAssociation', {
        FirewallArn: ref('Fw'),
        VpcId: ref('Vpc'),
        SubnetMapping: { SubnetId: ref('Wall') },
      }),
      ...WEB.filter((part) => !('Tweb' in part)),
      subnet('Left', 'Vpc', '10.0.2.0/24'),
      instance('Client', 'Left', ['Open']),
      table('Tweb', 'Vpc', ['Web'], []),
      table('Tleft', 'Vpc', ['Left'], []),
      through('There', 'Tleft', '10.0.1.0/24', { 'Fn::GetAtt': ['Second', 'EndpointId'] }),
      through('Back', 'Tweb', '10.0.2.0/24', { 'Fn::GetAtt': ['Second', 'EndpointId'] }),
    );
  const answer = ask(net(443), 'Client', 'Server');
  expect(answer.answer).toBe('yes');
  expect(way(answer)).toEqual(expect.arrayContaining(['There', 'Second', 'Server']));
  expect(ask(net(22), 'Client', 'Server').answer).toBe('no');
  expect(ask(net(443), 'Client', 'Server', { avoiding: 'inspection' }).answer).toBe('no');
});

// Gateway Load Balancers guide: what comes by an endpoint is decided by appliances, which no template knows.
test('what passes the endpoint of a gateway load balancer depends on inspection', () => {
  const net = world(
    ...WEB,
    resource('Gwlbe', 'AWS::EC2::VPCEndpoint', {
      VpcId: ref('Vpc'),
      VpcEndpointType: 'GatewayLoadBalancer',
      ServiceName: 'com.amazonaws.vpce.ap-east-1.vpce-svc-0123456789abcdef0',
      SubnetIds: [ref('Wall')],
    }),
    through('Out', 'Tweb', '0.0.0.0/0', ref('Gwlbe')),
  );
  const answer = ask(net, 'Server', 'internet');
  expect(answer.answer).toBe('unknown');
  expect(answer.unresolved.join()).toMatch(/inspection/);
  expect(ask(net, 'Server', 'internet', { avoiding: 'inspection' }).answer).toBe('no');
});

describe('networks beyond a line', () => {
  const SITE = [
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Net', 'Vpc', '10.0.1.0/24'),
    group('Gb', 'Vpc', 'tcp 443 192.168.0.0/16'),
    instance('B', 'Net', ['Gb']),
    table('Tnet', 'Vpc', ['Net'], []),
  ];

  // AWS Site-to-Site VPN user guide, Route tables and VPN route priority; Amazon VPC user guide, Route propagation.
  test('are reached through a virtual private gateway that is attached, by routes to it', () => {
    const gateway = resource('Vgw', 'AWS::EC2::VPNGateway', { Type: 'ipsec.1' });
    const attached = resource('Attached', 'AWS::EC2::VPCGatewayAttachment', {
      VpcId: ref('Vpc'),
      VpnGatewayId: ref('Vgw'),
    });
    const route = resource('ToSite', 'AWS::EC2::Route', {
      RouteTableId: ref('Tnet'),
      DestinationCidrBlock: '192.168.0.0/16',
      GatewayId: ref('Vgw'),
    });
    const open = ask(world(...SITE, gateway, attached, route), 'beyond Vgw', 'B');
    expect(open.answer).toBe('yes');
    expect(ask(world(...SITE, gateway, attached), 'beyond Vgw', 'B').answer).toBe('no');
    expect(ask(world(...SITE, gateway, attached, route), 'beyond Vgw', 'B', { port: 22 }).answer).toBe('no');
  });

  // Transit gateways guide, Connect attachments: routes come by BGP, at run time.
  test('are behind a Connect attachment what it announces at run time: unknown, on the ports of rules alone', () => {
    const net = world(
      ...SITE,
      resource('Tgw', 'AWS::EC2::TransitGateway', {}),
      resource('At', 'AWS::EC2::TransitGatewayAttachment', {
        TransitGatewayId: ref('Tgw'),
        VpcId: ref('Vpc'),
        SubnetIds: [ref('Net')],
      }),
      resource('Gre', 'AWS::EC2::TransitGatewayConnect', {
        TransportTransitGatewayAttachmentId: ref('At'),
        Options: { Protocol: 'gre' },
      }),
      resource('ToTgw', 'AWS::EC2::Route', {
        RouteTableId: ref('Tnet'),
        DestinationCidrBlock: '192.168.0.0/16',
        TransitGatewayId: ref('Tgw'),
      }),
    );
    const answer = ask(net, 'beyond Gre', 'B');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved).toContain('what Gre propagates is announced at run time');
    expect(ask(net, 'beyond Gre', 'B', { port: 22 }).answer).toBe('no');
  });
});

// API reference, VpcBlockPublicAccessOptions: internet and egress-only gateways; carrier gateways are not spoken of.
test('whether Block Public Access keeps the carrier out is unknown', () => {
  const net = world(
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Edge', 'Vpc', '10.0.1.0/24'),
    group('Open', 'Vpc', 'tcp 443 0.0.0.0/0'),
    resource('Cagw', 'AWS::EC2::CarrierGateway', { VpcId: ref('Vpc') }),
    table('Routes', 'Vpc', ['Edge'], ['0.0.0.0/0 CarrierGatewayId Cagw']),
    resource('A', 'AWS::EC2::Instance', {
      NetworkInterfaces: [{ SubnetId: ref('Edge'), GroupSet: [ref('Open')], AssociateCarrierIpAddress: true }],
    }),
    resource('Bpa', 'AWS::EC2::VPCBlockPublicAccessOptions', { InternetGatewayBlockMode: 'block-bidirectional' }),
  );
  expect(ask(net, 'A', 'internet').answer).toBe('unknown');
  expect(ask(net, 'beyond Cagw', 'A').answer).toBe('unknown');
  expect(ask(net, 'beyond Cagw', 'A', { port: 22 }).answer).toBe('no');
});
