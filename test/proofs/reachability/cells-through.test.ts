import { APP, balancer, listener, NET, targets } from './balancer-parts';
import { group, ref, resource, subnet, table, vpc, world, worldOf, type Resources } from './world';

const PARTS = [...NET, ...APP, balancer(), listener(), targets()];

function cell(parts: readonly Resources[], from: string, to: string) {
  return world(...parts)
    .cells()
    .find((item) => item.from === from && item.to === to);
}

// A question of the same ends answers yes by way of the balancer: docs/adr/0007-answers-say-by-way-of-what.md.
test('a pair of zones says what passes by way of a load balancer, beside what its packets do', () => {
  const told = cell(PARTS, 'internet', 'Vpc/isolated');
  expect(told).toMatchObject({ answer: 'no', traffic: [], witness: [] });
  expect(told?.through).toMatchObject([
    {
      answer: 'yes',
      by: [{ hop: 'load balancer Alb', logicalId: 'Alb', why: 'leads from listener Https to App' }],
      traffic: [{ protocol: 'tcp', ports: '443' }],
      received: [{ protocol: 'tcp', ports: '8080' }],
      unresolved: [],
    },
  ]);
  expect(told?.through[0]?.witness.map(({ logicalId }) => logicalId)).toEqual(
    expect.arrayContaining(['Igw', 'Alb', 'Https', 'Targets', 'App']),
  );
  expect(cell(PARTS, 'Vpc/isolated', 'internet')?.through).toEqual([]);
});

test('what a balancer lets nobody into is reached by nobody', () => {
  expect(cell([...PARTS, group('Galb', 'Vpc', 'tcp 80 0.0.0.0/0')], 'internet', 'Vpc/isolated')?.through).toEqual([]);
});

test('who may reach a balancer perhaps, may reach what is behind perhaps', () => {
  const open = resource('Galb', 'AWS::EC2::SecurityGroup', {
    VpcId: ref('Vpc'),
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: ref('Office') }],
  });
  const told = worldOf({ Parameters: { Office: { Type: 'String' } } }, ...PARTS, open)
    .cells()
    .find(({ from, to }) => from === 'internet' && to === 'Vpc/isolated');
  expect(told?.through).toMatchObject([{ answer: 'unknown', traffic: [{ protocol: 'tcp', ports: '443' }] }]);
  expect(told?.through[0]?.unresolved.join()).toContain('Office');
});

test('two listeners of one balancer are one entry with the ports of both', () => {
  const second = resource('Alternative', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: ref('Alb'),
    Port: 8443,
    Protocol: 'HTTPS',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
  });
  const both = group('Galb', 'Vpc', 'tcp 443 0.0.0.0/0,tcp 8443 0.0.0.0/0');
  expect(cell([...PARTS, second, both], 'internet', 'Vpc/isolated')?.through).toMatchObject([
    { traffic: [{ protocol: 'tcp', ports: '443,8443' }] },
  ]);
});

test('an endpoint of PrivateLink leads from a VPC that nothing joins to the other', () => {
  const parts = [
    vpc('Provider', '10.0.0.0/16'),
    subnet('Back', 'Provider', '10.0.2.0/24'),
    group('Gapp', 'Provider', 'tcp 8080 10.0.2.0/24'),
    resource('App', 'AWS::EC2::Instance', { SubnetId: ref('Back'), SecurityGroupIds: [ref('Gapp')] }),
    resource('Alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'network',
      Scheme: 'internal',
      Subnets: [ref('Back')],
    }),
    listener({ Protocol: 'TCP' }),
    targets({ Protocol: 'TCP', VpcId: ref('Provider') }),
    resource('Service', 'AWS::EC2::VPCEndpointService', { NetworkLoadBalancerArns: [ref('Alb')] }),
    vpc('Consumer', '10.9.0.0/16'),
    subnet('Near', 'Consumer', '10.9.1.0/24'),
    table('Nowhere', 'Consumer', ['Near'], []),
    group('Gend', 'Consumer', 'tcp 443 10.9.1.0/24'),
    resource('Client', 'AWS::EC2::Instance', { SubnetId: ref('Near'), SecurityGroupIds: [ref('Gend')] }),
    resource('Endpoint', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Interface',
      VpcId: ref('Consumer'),
      SubnetIds: [ref('Near')],
      SecurityGroupIds: [ref('Gend')],
      ServiceName: { 'Fn::Join': ['.', ['com.amazonaws.vpce', ref('AWS::Region'), ref('Service')]] },
    }),
  ];
  expect(cell(parts, 'Consumer/isolated', 'Provider/isolated')).toMatchObject({
    answer: 'no',
    through: [{ answer: 'yes', by: [{ hop: 'interface endpoint Endpoint' }] }],
  });
  expect(cell(parts, 'Provider/isolated', 'Consumer/isolated')?.through).toEqual([]);
});
