import { NET, network, listener, targets, tcp, layer4 } from './balancer-parts';
import { acl, ask, blocks, group, instance, ref, resource, subnet, world, type Resources } from './world';

// Network Load Balancers user guide, Edit target group attributes, Client IP preservation
// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
describe('a network load balancer', () => {
  const app = (rules: string) => [
    group('Gapp', 'Vpc', rules),
    instance('App', 'Back', ['Gapp'], { PrivateIpAddress: '10.0.2.20' }),
  ];
  const from = (source: string, parts: readonly Resources[], more = {}) =>
    ask(world(...NET, network(), layer4, ...parts), source, 'App', { port: 443, ...more }).answer;

  test('shows instances the address of the client', () => {
    const parts = [tcp(), ...app('tcp 8080 203.0.113.0/24')];
    expect(from('203.0.113.9', parts)).toBe('yes');
    expect(from('198.51.100.9', parts)).toBe('no');
    expect(from('203.0.113.9', [tcp(), ...app('tcp 8080 10.0.1.0/24')])).toBe('no');
  });

  test.each([
    ['ip', 'TCP', undefined, '10.0.1.0/24'],
    ['ip', 'TLS', undefined, '10.0.1.0/24'],
    ['ip', 'TCP', 'true', '203.0.113.0/24'],
    ['ip', 'TCP_UDP', undefined, '203.0.113.0/24'],
    ['ip', 'UDP', 'false', '203.0.113.0/24'],
    ['instance', 'TCP', undefined, '203.0.113.0/24'],
    ['instance', 'TCP', 'false', '10.0.1.0/24'],
    ['instance', 'TLS', undefined, '203.0.113.0/24'],
  ])('targets of type %s over %s, preserve_client_ip %s, see %s', (TargetType, Protocol, keeps, seen) => {
    const protocol = Protocol === 'UDP' ? 'udp' : 'tcp';
    const Id = TargetType === 'ip' ? '10.0.2.20' : ref('App');
    const attributes = keeps === undefined ? [] : [{ Key: 'preserve_client_ip.enabled', Value: keeps }];
    const group4 = tcp({ TargetType, Protocol, Targets: [{ Id }], TargetGroupAttributes: attributes });
    const listening = listener({ Protocol });
    const parts = (block: string) => [group4, listening, ...app(`${protocol} 8080 ${block}`)];
    const other = seen === '10.0.1.0/24' ? '203.0.113.0/24' : '10.0.1.0/24';
    expect(from('203.0.113.9', parts(seen), { protocol })).toBe('yes');
    expect(from('203.0.113.9', parts(other), { protocol })).toBe('no');
  });

  // Answers go back to the balancer, so that the target needs no route to the client; ACLs see the client's address.
  test('takes the answers of its targets, past their ACLs', () => {
    const parts = [tcp(), ...app('tcp 8080 0.0.0.0/0')];
    const open = ['in 1 allow tcp 8080 203.0.113.0/24', 'out 1 allow tcp 1024-65535 203.0.113.0/24'];
    expect(from('203.0.113.9', [...parts, acl('Acl', 'Vpc', ['Back'], open)])).toBe('yes');
    const shut = acl(
      'Acl',
      'Vpc',
      ['Back'],
      ['in 1 allow tcp 8080 0.0.0.0/0', 'out 1 allow tcp 1024-65535 10.0.0.0/16'],
    );
    expect(blocks(ask(world(...NET, network(), layer4, ...parts, shut), '203.0.113.9', 'App'))).toContain(
      'network ACL Acl: does not let this out of subnet Back',
    );
  });

  // Network Load Balancers user guide, Update the security groups: rules that name the balancer's group let clients in
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
  test('is known to targets by its group, whatever address they see', () => {
    const grouped = network({ SecurityGroups: [ref('Galb')] });
    const parts = [grouped, tcp(), ...app('tcp 8080 Galb')];
    expect(from('203.0.113.9', parts)).toBe('yes');
    expect(from('203.0.113.9', [...parts, group('Galb', 'Vpc', 'tcp 443 198.51.100.0/24')])).toBe('no');
    expect(from('203.0.113.9', [...parts, group('Galb', 'Vpc', 'tcp 443 0.0.0.0/0', 'tcp 22 0.0.0.0/0')])).toBe('no');
  });

  // Network Load Balancers user guide, Cross-zone load balancing; Availability Zones
  test('sends nothing to an availability zone that is not one of its own', () => {
    const far = subnet('Back', 'Vpc', '10.0.2.0/24', { AvailabilityZone: 'ap-east-1b' });
    const answer = ask(world(...NET, network(), layer4, tcp(), ...app('tcp 8080 0.0.0.0/0'), far), 'internet', 'App');
    expect(answer.answer).toBe('no');
    expect(blocks(answer)).toContain('Alb: sends nothing to an availability zone that is not one of its own');
  });

  // Network Load Balancers user guide, Use an Application Load Balancer as a target
  test('leads to an application load balancer, and that to what is behind', () => {
    const inner = [
      resource('Inner', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Scheme: 'internal',
        Subnets: [ref('Back')],
        SecurityGroups: [ref('Ginner')],
      }),
      resource('InnerHttps', 'AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Inner'),
        Port: 443,
        Protocol: 'HTTPS',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('InnerTargets') }],
      }),
      targets({}, 'InnerTargets'),
      group('Ginner', 'Vpc', 'tcp 443 0.0.0.0/0'),
      group('Gapp', 'Vpc', 'tcp 8080 Ginner'),
      instance('App', 'Back', ['Gapp']),
    ];
    const net = world(
      ...NET,
      network(),
      layer4,
      tcp({ TargetType: 'alb', Port: 443, Targets: [{ Id: ref('Inner') }] }),
      ...inner,
    );
    const answer = ask(net, 'internet', 'App');
    expect(answer.answer).toBe('yes');
    expect(answer.through.map(({ logicalId }) => logicalId)).toEqual(['Alb', 'Inner']);
  });
});
