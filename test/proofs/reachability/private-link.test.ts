import { ask, blocks, group, instance, ref, resource, subnet, vpc, way, world, type Resources } from './world';

/** Two VPCs with the same addresses: an endpoint in the one, a network load balancer and its target in the other. */
const CONSUMER: Resources[] = [
  vpc('Consumer', '10.0.0.0/16'),
  subnet('Near', 'Consumer', '10.0.1.0/24'),
  group('Gclient', 'Consumer', ''),
  group('Gend', 'Consumer', 'tcp 443 Gclient'),
  instance('Client', 'Near', ['Gclient'], { PrivateIpAddress: '10.0.1.10' }),
];
const PROVIDER: Resources[] = [
  vpc('Provider', '10.0.0.0/16'),
  subnet('Far', 'Provider', '10.0.2.0/24'),
  group('Gapp', 'Provider', 'tcp 8080 10.0.2.0/24'),
  instance('App', 'Far', ['Gapp']),
  resource('Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: ref('Nlb'),
    Port: 443,
    Protocol: 'TCP',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
  }),
  resource('Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    Port: 8080,
    Protocol: 'TCP',
    VpcId: ref('Provider'),
    Targets: [{ Id: ref('App') }],
  }),
];
const balancer = (properties: object = {}) =>
  resource('Nlb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: 'network',
    Scheme: 'internal',
    Subnets: [ref('Far')],
    ...properties,
  });
const service = (properties: object = {}) =>
  resource('Service', 'AWS::EC2::VPCEndpointService', { NetworkLoadBalancerArns: [ref('Nlb')], ...properties });
const endpoint = (ServiceName: unknown) =>
  resource('Endpoint', 'AWS::EC2::VPCEndpoint', {
    VpcEndpointType: 'Interface',
    VpcId: ref('Consumer'),
    SubnetIds: [ref('Near')],
    SecurityGroupIds: [ref('Gend')],
    ServiceName,
  });
const OURS = endpoint({ 'Fn::Join': ['.', ['com.amazonaws.vpce', ref('AWS::Region'), ref('Service')]] });
const net = (...parts: Resources[]) => world(...CONSUMER, ...PROVIDER, balancer(), service(), OURS, ...parts);

// AWS PrivateLink guide, Share your services through AWS PrivateLink
// https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html
describe('an endpoint of a service of the same templates', () => {
  test('leads to what is behind, whatever the addresses of both VPCs are', () => {
    const answer = ask(net(), 'Client', 'App');
    expect(answer.answer).toBe('yes');
    expect(answer.through.map(({ hop }) => hop)).toEqual(['interface endpoint Endpoint']);
    expect(way(answer)).toEqual(expect.arrayContaining(['Endpoint', 'Listener', 'Service', 'Targets', 'Nlb', 'App']));
    expect(ask(net(), 'Client', 'App', { port: 22 }).answer).toBe('no');
    expect(ask(net(), 'App', 'Client').answer).toBe('no');
  });

  test('is judged by its own groups', () => {
    const closed = ask(net(group('Gend', 'Consumer', 'tcp 80 Gclient')), 'Client', 'App');
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toContain('security group Gend: no rule lets this in to Endpoint');
  });

  // Targets see the balancer’s address, also where it keeps those of other clients.
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
  test('hides the addresses of clients from targets', () => {
    expect(ask(net(group('Gapp', 'Provider', 'tcp 8080 10.0.1.10/32')), 'Client', 'App').answer).toBe('no');
  });

  // Network Load Balancers user guide, Update the security groups: the source of PrivateLink traffic is the client
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
  test.each([
    ['tcp 443 10.0.1.10/32', {}, 'yes'],
    ['tcp 443 10.0.9.0/24', {}, 'no'],
    ['tcp 443 10.0.9.0/24', { EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off' }, 'yes'],
  ])('meets the balancer’s group %s %j: %s', (rules, properties, expected) => {
    const guarded = balancer({ SecurityGroups: [ref('Gnlb')], ...properties });
    const answer = ask(net(group('Gnlb', 'Provider', rules), guarded), 'Client', 'App');
    expect(answer.answer).toBe(expected);
    const refused = 'security group Gnlb: no rule lets this in to Nlb';
    expect(blocks(answer).includes(refused)).toBe(expected === 'no');
  });

  // AWS::EC2::VPCEndpointService, AcceptanceRequired; AWS::EC2::VPCEndpointServicePermissions, AllowedPrincipals
  test('says who has to agree, and is not blocked by that', () => {
    const why = (...parts: Resources[]) => {
      const answer = ask(net(...parts), 'Client', 'App');
      expect(answer.answer).toBe('yes');
      return answer.witness.find(({ logicalId }) => logicalId === 'Service')?.why;
    };
    expect(why(service({ AcceptanceRequired: true }))).toContain('needs acceptance');
    expect(why(service({ AcceptanceRequired: false }))).not.toContain('acceptance');
    const permissions = resource('Permissions', 'AWS::EC2::VPCEndpointServicePermissions', {
      ServiceId: ref('Service'),
      AllowedPrincipals: ['arn:aws:iam::111122223333:root'],
    });
    expect(why(permissions)).toContain('is for arn:aws:iam::111122223333:root');
  });
});

test('an endpoint of a service that nobody here offers answers for itself alone', () => {
  const elsewhere = net(endpoint('com.amazonaws.vpce.ap-east-1.vpce-svc-0123456789abcdef0'));
  expect(ask(elsewhere, 'Client', 'Endpoint').answer).toBe('yes');
  expect(ask(elsewhere, 'Client', 'App').answer).toBe('no');
});

test('an endpoint whose service no template says may be of any that is offered here', () => {
  const open = net(endpoint(ref('AWS::StackName')));
  expect(ask(open, 'Client', 'Endpoint').answer).toBe('yes');
  expect(ask(open, 'Client', 'App').answer).toBe('unknown');
  expect(ask(open, 'Client', 'App', { port: 22 }).answer).toBe('no');
});

// Amazon VPC Lattice user guide, Resource configurations in VPC Lattice; AWS::VpcLattice::ResourceConfiguration
// https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-configuration.html
describe('a resource endpoint', () => {
  const parts = (definition: object, more: object = {}): Resources[] => [
    resource('Gateway', 'AWS::VpcLattice::ResourceGateway', {
      VpcIdentifier: ref('Provider'),
      SubnetIds: [ref('Far')],
      SecurityGroupIds: [ref('Gout')],
    }),
    group('Gout', 'Provider', ''),
    resource('Configuration', 'AWS::VpcLattice::ResourceConfiguration', {
      ResourceConfigurationType: 'SINGLE',
      ResourceGatewayId: ref('Gateway'),
      PortRanges: ['5432', '8000-8080'],
      ResourceConfigurationDefinition: definition,
      ...more,
    }),
    resource('Endpoint', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Resource',
      VpcId: ref('Consumer'),
      SubnetIds: [ref('Near')],
      SecurityGroupIds: [ref('Gend')],
      ResourceConfigurationArn: { 'Fn::GetAtt': ['Configuration', 'Arn'] },
    }),
    group('Gend', 'Consumer', 'tcp 0-65535 Gclient'),
    group('Gapp', 'Provider', 'tcp 0-65535 Gout'),
  ];
  const behind = (definition: object, more?: object) =>
    world(
      ...CONSUMER,
      ...PROVIDER,
      ...parts(definition, more),
      instance('App', 'Far', ['Gapp'], { PrivateIpAddress: '10.0.2.20' }),
    );

  test('leads to an address behind a resource gateway, on the ports of the configuration', () => {
    const answer = ask(behind({ IpResource: '10.0.2.20' }), 'Client', 'App', { port: 5432 });
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toEqual(expect.arrayContaining(['Endpoint', 'Configuration', 'Gateway', 'App']));
    expect(ask(behind({ IpResource: '10.0.2.20' }), 'Client', 'App', { port: 8001 }).answer).toBe('yes');
    expect(ask(behind({ IpResource: '10.0.2.20' }), 'Client', 'App', { port: 443 }).answer).toBe('no');
    expect(ask(behind({ IpResource: '10.0.2.21' }), 'Client', 'App', { port: 5432 }).answer).toBe('no');
  });

  test('leads to what a name stands for, which is not known', () => {
    const answer = ask(
      behind({ DnsResource: { DomainName: 'db.example.gov.hk', IpAddressType: 'IPV4' } }),
      'Client',
      'App',
      { port: 5432 },
    );
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved.join()).toContain('db.example.gov.hk');
  });
});
