import { NET, APP, balancer, listener, targets, rule, FORWARD, REFUSE } from './balancer-parts';
import {
  acl,
  ask,
  blocks,
  group,
  instance,
  ref,
  resource,
  subnet,
  vpc,
  way,
  world,
  worldOf,
  type Resources,
} from './world';

// Application Load Balancers user guide, What is an Application Load Balancer?, Listeners, Target groups
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
describe('what stands behind an application load balancer', () => {
  const net = world(...NET, ...APP, balancer(), listener(), targets());

  test('is reached by way of it, hop by hop', () => {
    const answer = ask(net, 'internet', 'App');
    expect(answer.answer).toBe('yes');
    expect(answer.through).toEqual([
      { hop: 'load balancer Alb', template: 'network.json', logicalId: 'Alb', why: 'leads from listener Https to App' },
    ]);
    expect(way(answer)).toEqual([
      '',
      'Igw',
      'Vpc',
      'Galb',
      'Alb',
      'Alb',
      'Https',
      'Targets',
      'Alb',
      'Galb',
      'Vpc',
      'Vpc',
      'Vpc',
      'Gapp',
      'App',
      'App',
    ]);
    expect(answer.witness.map(({ hop }) => hop)).toEqual(
      expect.arrayContaining(['listener Https', 'target group Targets', 'App in Back']),
    );
  });

  test('is reached on the port of the listener, which is that of the target behind', () => {
    expect(ask(net, 'internet', 'App', { port: 8080 }).answer).toBe('yes');
    expect(ask(net, 'internet', 'App', { port: 22 }).answer).toBe('no');
    expect(ask(net, 'internet', 'App', {}).answer).toBe('yes');
    expect(ask(net, 'internet', 'App', { protocol: 'udp' }).answer).toBe('no');
    expect(ask(net, 'internet', 'App', { protocol: 'icmp' }).answer).toBe('no');
  });

  test('is what its zone holds, too', () => {
    expect(ask(net, 'internet', 'isolated').through).toHaveLength(1);
    expect(ask(net, 'internet', '10.0.2.0/24').answer).toBe('yes');
  });

  test('is told to be reached directly where packets arrive themselves', () => {
    expect(ask(net, 'Alb', 'App', { port: 8080 })).toMatchObject({ answer: 'yes', through: [] });
  });

  test.each([
    [
      'the balancer’s group lets nobody in',
      group('Galb', 'Vpc', 'tcp 80 0.0.0.0/0'),
      'security group Galb: no rule lets this in to Alb',
    ],
    [
      'the balancer’s group lets nothing out',
      group('Galb', 'Vpc', 'tcp 443 0.0.0.0/0', 'tcp 9090 0.0.0.0/0'),
      'security group Galb: no rule lets this out of Alb',
    ],
    [
      'the target’s group does not name the balancer',
      group('Gapp', 'Vpc', 'tcp 8080 203.0.113.0/24'),
      'security group Gapp: no rule lets this in to App',
    ],
    ['the balancer is internal', balancer({ Scheme: 'internal' }), 'Igw: the destination has no public IPv4 address'],
    [
      'the listener redirects',
      listener({ DefaultActions: [{ Type: 'redirect' }] }),
      'Igw: the destination has no public IPv4 address',
    ],
    ['the target group has no target', targets({ Targets: [] }), 'Igw: the destination has no public IPv4 address'],
    [
      'an ACL of the target’s subnet drops it',
      acl('Acl', 'Vpc', ['Back'], ['in 1 deny tcp 8080 0.0.0.0/0']),
      'network ACL Acl: does not let this into subnet Back',
    ],
  ])('is out of reach where %s', (_, part, block) => {
    const closed = ask(world(...NET, ...APP, balancer(), listener(), targets(), part), 'internet', 'App');
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toContain(block);
  });

  // The port of health checks is no port of traffic.
  test('is not reached on the port of health checks', () => {
    const checked = targets({ HealthCheckPort: '9090' });
    const open = group('Gapp', 'Vpc', 'tcp 9090 Galb,tcp 8080 Galb');
    expect(
      ask(world(...NET, ...APP, open, balancer(), listener(), checked), 'internet', 'App', { port: 9090 }).answer,
    ).toBe('no');
  });

  // AWS::ElasticLoadBalancingV2::TargetGroup TargetDescription, Port
  test('takes connections on its own port where it states one', () => {
    const own = targets({ Targets: [{ Id: ref('App'), Port: 9090 }] });
    const open = group('Gapp', 'Vpc', 'tcp 9090 Galb');
    expect(
      ask(world(...NET, ...APP, open, balancer(), listener(), own), 'internet', 'App', { port: 9090 }).answer,
    ).toBe('yes');
  });
});

// Application Load Balancers user guide, Listener rules for your Application Load Balancer
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
describe('rules of a listener', () => {
  const from = (...rules: Resources[]) => {
    const net = world(...NET, ...APP, balancer(), listener({ DefaultActions: [REFUSE] }), targets(), ...rules);
    return (source: string) => ask(net, source, 'App').answer;
  };
  const sources = (...values: string[]) => ({ Field: 'source-ip', SourceIpConfig: { Values: values } });

  test('lead on what they forward', () => {
    expect(from()('internet')).toBe('no');
    expect(from(rule('One', 1, FORWARD, { Field: 'path-pattern', Values: ['/api/*'] }))('internet')).toBe('yes');
  });

  test('are for the clients of their addresses', () => {
    const one = from(rule('One', 1, FORWARD, sources('203.0.113.0/24')));
    expect(one('203.0.113.9')).toBe('yes');
    expect(one('198.51.100.9')).toBe('no');
  });

  test('apply in their order', () => {
    const two = from(rule('Two', 2, FORWARD), rule('One', 1, REFUSE, sources('203.0.113.0/24')));
    expect(two('203.0.113.9')).toBe('no');
    expect(two('198.51.100.9')).toBe('yes');
    const path = from(
      rule('Two', 2, FORWARD),
      rule('One', 1, REFUSE, sources('203.0.113.0/24'), { Field: 'path-pattern' }),
    );
    expect(path('203.0.113.9')).toBe('yes');
  });

  test('say when they ask who a client is', () => {
    const listening = listener({
      DefaultActions: [
        { Type: 'authenticate-oidc', Order: 1 },
        { ...FORWARD, Order: 2 },
      ],
    });
    const answer = ask(world(...NET, ...APP, balancer(), listening, targets()), 'internet', 'App');
    expect(answer.answer).toBe('yes');
    expect(answer.witness.map(({ why }) => why).join()).toContain('depends on who the client is');
  });
});

describe('what registers with a target group', () => {
  const none = targets({ Targets: undefined });

  // AWS::AutoScaling::AutoScalingGroup, TargetGroupARNs
  test('an Auto Scaling group', () => {
    const fleet = [
      resource('Launch', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { SecurityGroupIds: [ref('Gapp')] } }),
      resource('Fleet', 'AWS::AutoScaling::AutoScalingGroup', {
        VPCZoneIdentifier: [ref('Back')],
        LaunchTemplate: { LaunchTemplateId: ref('Launch') },
        TargetGroupARNs: [ref('Targets')],
      }),
    ];
    const net = world(...NET, ...APP, balancer(), listener(), none, ...fleet);
    expect(ask(net, 'internet', 'Fleet').answer).toBe('yes');
    expect(ask(net, 'internet', 'App').answer).toBe('no');
  });

  // AWS::ECS::Service LoadBalancer, ContainerPort
  test('a service of containers with interfaces of their own', () => {
    const tasks = resource('Tasks', 'AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [ref('Back')], SecurityGroups: [ref('Gapp')] } },
      LoadBalancers: [{ TargetGroupArn: ref('Targets'), ContainerName: 'web', ContainerPort: 8080 }],
    });
    const net = world(
      ...NET,
      ...APP,
      balancer(),
      listener(),
      targets({ Targets: undefined, TargetType: 'ip', Port: 80 }),
      tasks,
    );
    expect(ask(net, 'internet', 'Tasks', { port: 8080 }).answer).toBe('yes');
    expect(ask(net, 'internet', 'Tasks', { port: 80 }).answer).toBe('no');
  });

  test('a service of containers on instances that nobody knows yet', () => {
    const tasks = resource('Tasks', 'AWS::ECS::Service', {
      LoadBalancers: [{ TargetGroupArn: ref('Targets'), ContainerPort: 8080 }],
    });
    const answer = ask(world(...NET, ...APP, balancer(), listener(), none, tasks), 'internet', 'App');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved).toContain('on which instances Tasks runs is decided at run time');
  });

  // AWS::ElasticLoadBalancingV2::TargetGroup, TargetType ip
  test('an address, of whatever stands there', () => {
    const at = (address: string) => targets({ TargetType: 'ip', Targets: [{ Id: address }] });
    const fixed = instance('App', 'Back', ['Gapp'], { PrivateIpAddress: '10.0.2.20' });
    const net = (address: string, app = fixed) => world(...NET, ...APP, app, balancer(), listener(), at(address));
    expect(ask(net('10.0.2.20'), 'internet', 'App').answer).toBe('yes');
    expect(ask(net('10.0.2.21'), 'internet', 'App').answer).toBe('no');
    const open = ask(net('10.0.2.20', instance('App', 'Back', ['Gapp'])), 'internet', 'App');
    expect(open.answer).toBe('unknown');
    expect(open.unresolved).toEqual(['which address App has is decided at deployment']);
  });

  // Application Load Balancers user guide, Use Lambda functions as targets
  test('a function, which is called', () => {
    const lambda = resource('Handler', 'AWS::Lambda::Function', {});
    const called = targets({
      TargetType: 'lambda',
      Port: undefined,
      Protocol: undefined,
      Targets: [{ Id: { 'Fn::GetAtt': ['Handler', 'Arn'] } }],
    });
    const answer = ask(world(...NET, ...APP, lambda, balancer(), listener(), called), 'internet', 'Handler');
    expect(answer.answer).toBe('yes');
    expect(answer.witness.at(-1)).toMatchObject({ logicalId: 'Handler', why: 'is called; no packets go to it' });
  });
});

describe('what no template says', () => {
  const ask443 = (...parts: Resources[]) => ask(world(...NET, ...APP, ...parts), 'internet', 'App');

  test('of a port makes answers about it unknown, and no others', () => {
    const net = world(...NET, ...APP, balancer(), listener({ Port: ref('AWS::AccountId') }), targets());
    expect(ask(net, 'internet', 'App', { port: 443 }).answer).toBe('unknown');
    expect(ask(net, 'internet', 'App', { port: 22 }).answer).toBe('no');
  });

  test('of a target group may be anything in the VPC', () => {
    const listening = listener({
      DefaultActions: [{ Type: 'forward', TargetGroupArn: 'arn:aws:elasticloadbalancing:x' }],
    });
    expect(ask443(balancer(), listening).answer).toBe('unknown');
    const other = [vpc('Far', '10.9.0.0/16'), subnet('There', 'Far', '10.9.1.0/24'), instance('Other', 'There', [])];
    expect(ask(world(...NET, ...APP, ...other, balancer(), listening), 'internet', 'Other').answer).toBe('no');
  });

  test('of a condition makes what depends on it unknown', () => {
    const maybe = { ...(rule('One', 1, FORWARD)['One'] as object), Condition: 'Maybe' };
    const sections = {
      Parameters: { Wish: { Type: 'String' } },
      Conditions: { Maybe: { 'Fn::Equals': [ref('Wish'), 'yes'] } },
    };
    const listening = listener({ DefaultActions: [REFUSE] });
    const net = worldOf(sections, ...NET, ...APP, balancer(), listening, targets(), { One: maybe });
    const answer = ask(net, 'internet', 'App');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved).toEqual(['One depends on condition Maybe']);
    expect(ask(net, 'internet', 'App', { port: 22 }).answer).toBe('no');
  });
});

// Classic Load Balancers user guide, Listeners; AWS::ElasticLoadBalancing::LoadBalancer
// https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html
test('a classic load balancer leads to the instances that it names', () => {
  const classic = resource('Alb', 'AWS::ElasticLoadBalancing::LoadBalancer', {
    Subnets: [ref('Front')],
    SecurityGroups: [ref('Galb')],
    Instances: [ref('App')],
    Listeners: [{ LoadBalancerPort: '443', InstancePort: '8080', Protocol: 'SSL' }],
  });
  const net = world(...NET, ...APP, classic);
  expect(ask(net, 'internet', 'App')).toMatchObject({ answer: 'yes', through: [{ logicalId: 'Alb' }] });
  expect(ask(net, 'internet', 'App', { port: 80 }).answer).toBe('no');
});
