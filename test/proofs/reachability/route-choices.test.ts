import { ask, group, instance, ref, resource, subnet, table, vpc, worldOf, type Resources } from './world';

const SECTIONS = {
  Parameters: { Later: { Type: 'String' }, Stage: { Type: 'String' } },
  Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
};
const world = (...parts: Resources[]) => worldOf(SECTIONS, ...parts);

describe('a route within the VPC', () => {
  const NET = [
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Left', 'Vpc', '10.0.1.0/24'),
    subnet('Right', 'Vpc', '10.0.2.0/24'),
    group('Open', 'Vpc', 'tcp 443 10.0.0.0/8'),
    instance('A', 'Left', ['Open']),
    instance('B', 'Right', ['Open']),
  ];
  const led = (target: object) => [
    table('Routes', 'Vpc', ['Left'], []),
    resource('Inward', 'AWS::EC2::Route', {
      RouteTableId: ref('Routes'),
      DestinationCidrBlock: '10.0.2.0/24',
      ...target,
    }),
  ];

  // Amazon VPC user guide, Route tables: more specific routes than the local one lead to middleboxes.
  test.each<[string, object, string, RegExp]>([
    ['no target', {}, 'unknown', /^Inward names no target that is known here$/],
    ['a target of the deployment', { GatewayId: ref('Later') }, 'unknown', /Later/],
    ['an interface of elsewhere', { NetworkInterfaceId: ref('Later') }, 'unknown', /Later/],
    [
      'a database network',
      { OdbNetworkArn: 'arn:aws:odb:x' },
      'unknown',
      /^Inward leads to an OdbNetwork, which is not modelled$/,
    ],
    ['the VPC itself', { GatewayId: 'local' }, 'yes', /^$/],
  ])('with %s', (_, target, expected, reason) => {
    const { answer, unresolved } = ask(world(...NET, ...led(target)), 'A', 'B');
    expect(answer).toBe(expected);
    expect(unresolved.join()).toMatch(reason);
  });
});

// Amazon VPC user guide, Default security groups: members reach each other, unless the CDK's custom resource empties it.
describe('the default group of a VPC', () => {
  const inVpc = (id: string) => [
    vpc(id, '10.0.0.0/16'),
    subnet(`${id}Left`, id, '10.0.1.0/24'),
    resource(`${id}A`, 'AWS::EC2::Instance', { SubnetId: ref(`${id}Left`) }),
    resource(`${id}B`, 'AWS::EC2::Instance', { SubnetId: ref(`${id}Left`) }),
  ];
  const emptied = (id: string) =>
    resource('Emptied', 'Custom::VpcRestrictDefaultSG', {
      DefaultSecurityGroupId: { 'Fn::GetAtt': [id, 'DefaultSecurityGroup'] },
    });

  test('lets its members reach each other, unless that of this VPC is emptied', () => {
    const answer = (...more: Resources[]) =>
      ask(world(...inVpc('One'), ...inVpc('Two'), ...more), 'OneA', 'OneB').answer;
    expect(answer()).toBe('yes');
    expect(answer(emptied('Two'))).toBe('yes');
    expect(answer(emptied('One'))).toBe('no');
  });
});

// AWS::EC2::VPCEndpointServicePermissions names the service for which it speaks.
test('what is said of who may use an endpoint service is of that service', () => {
  const service = (id: string) => [
    resource(id, 'AWS::EC2::VPCEndpointService', { NetworkLoadBalancerArns: [ref('Nlb')] }),
    resource(`${id}Users`, 'AWS::EC2::VPCEndpointServicePermissions', {
      ServiceId: ref(id),
      AllowedPrincipals: [`arn:aws:iam::111122223333:role/${id}`],
    }),
  ];
  const net = world(
    vpc('Home', '10.1.0.0/16'),
    subnet('HomeNet', 'Home', '10.1.1.0/24'),
    group('Serving', 'Home', 'tcp 443 10.1.0.0/16'),
    instance('Server', 'HomeNet', ['Serving']),
    resource('Nlb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'network',
      Scheme: 'internal',
      Subnets: [ref('HomeNet')],
    }),
    resource('Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
      VpcId: ref('Home'),
      Protocol: 'TCP',
      Port: 443,
      TargetType: 'instance',
      Targets: [{ Id: ref('Server') }],
      TargetGroupAttributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }],
    }),
    resource('Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: ref('Nlb'),
      Protocol: 'TCP',
      Port: 443,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    }),
    ...service('Ours'),
    ...service('Theirs'),
    vpc('Away', '10.2.0.0/16'),
    subnet('AwayNet', 'Away', '10.2.1.0/24'),
    group('Asking', 'Away', 'tcp 443 10.2.0.0/16'),
    instance('Client', 'AwayNet', ['Asking']),
    resource('Door', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Interface',
      VpcId: ref('Away'),
      SubnetIds: [ref('AwayNet')],
      SecurityGroupIds: [ref('Asking')],
      ServiceName: { 'Fn::Sub': 'com.amazonaws.vpce.ap-east-1.${Ours}' },
    }),
  );
  const words = JSON.stringify(ask(net, 'Client', 'Server'));
  expect(words).toContain('is for arn:aws:iam::111122223333:role/Ours');
  expect(words).not.toContain('Theirs');
});
