import { ask, blocks, group, instance, ref, resource, subnet, table, vpc, way, world, type Resources } from './world';

const ENDPOINT = {
  'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Select': [0, { 'Fn::GetAtt': ['Fw', 'EndpointIds'] }] }] }],
};
const through = (id: string, tableId: string, block: string) =>
  resource(id, 'AWS::EC2::Route', { RouteTableId: ref(tableId), DestinationCidrBlock: block, VpcEndpointId: ENDPOINT });
const NET: Resources[] = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Left', 'Vpc', '10.0.1.0/24'),
  subnet('Right', 'Vpc', '10.0.2.0/24'),
  subnet('Wall', 'Vpc', '10.0.9.0/28'),
  resource('Fw', 'AWS::NetworkFirewall::Firewall', {
    FirewallPolicyArn: ref('Policy'),
    VpcId: ref('Vpc'),
    SubnetMappings: [{ SubnetId: ref('Wall') }],
  }),
  table('Tleft', 'Vpc', ['Left'], []),
  table('Tright', 'Vpc', ['Right'], []),
  through('There', 'Tleft', '10.0.2.0/24'),
  through('Back', 'Tright', '10.0.1.0/24'),
  group('Ga', 'Vpc', ''),
  group('Gb', 'Vpc', 'all any 10.0.0.0/16'),
  instance('A', 'Left', ['Ga']),
  instance('B', 'Right', ['Gb']),
];
const FORWARD = {
  StatelessDefaultActions: ['aws:forward_to_sfe'],
  StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
};
const policy = (more: object, groups: readonly string[] = ['Rules']) =>
  resource('Policy', 'AWS::NetworkFirewall::FirewallPolicy', {
    FirewallPolicy: {
      ...FORWARD,
      StatefulRuleGroupReferences: groups.map((id, index) => ({ ResourceArn: ref(id), Priority: index + 1 })),
      ...more,
    },
  });
const STRICT = policy({
  StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
  StatefulDefaultActions: ['aws:drop_strict'],
});
const rules = (source: object, id = 'Rules', more: object = {}) =>
  resource(id, 'AWS::NetworkFirewall::RuleGroup', { Type: 'STATEFUL', RuleGroup: { RulesSource: source, ...more } });
const suricata = (...lines: string[]) => rules({ RulesString: lines.join('\n') });
const pass = (port: string, source = '10.0.1.0/24') => ({
  Action: 'PASS',
  Header: {
    Protocol: 'TCP',
    Source: source,
    SourcePort: 'ANY',
    Direction: 'FORWARD',
    Destination: '10.0.2.0/24',
    DestinationPort: port,
  },
  RuleOptions: [{ Keyword: 'sid', Settings: ['1'] }],
});

// Network Firewall developer guide, Managing evaluation order for Suricata compatible rules in AWS Network Firewall.
// https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
describe('a firewall in strict order', () => {
  test('passes what a rule passes, answers included, and drops the rest', () => {
    const net = world(...NET, STRICT, rules({ StatefulRules: [pass('443'), pass('8000:8010')] }));
    const open = ask(net, 'A', 'B');
    expect(open.answer).toBe('yes');
    expect(way(open)).toEqual(expect.arrayContaining(['There', 'Fw', 'B']));
    expect(ask(net, 'A', 'B', { port: 8005 }).answer).toBe('yes');
    const closed = ask(net, 'A', 'B', { port: 80 });
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toEqual(['Fw: no rule of the firewall lets it through']);
    expect(ask(net, 'B', 'A').answer).toBe('no');
  });

  test('reads Suricata’s rules: lists, negation, ranges, variables, comments', () => {
    const net = (...lines: string[]) => world(...NET, STRICT, suricata('# nothing', ...lines));
    const answer = (line: string, port = 443) => ask(net(line), 'A', 'B', { port }).answer;
    expect(
      answer('pass tcp 10.0.1.0/24 any -> [10.0.2.0/24, 10.0.3.0/24] [80,443] (msg:"in; out"; sid:1; rev:1;)'),
    ).toBe('yes');
    expect(answer('pass tcp [10.0.0.0/16,!10.0.1.0/24] any -> any any (sid:1;)')).toBe('no');
    expect(answer('pass tcp any any -> any !443 (sid:1;)')).toBe('no');
    expect(answer('pass tcp any any -> any 1024: (sid:1;)', 5432)).toBe('yes');
    expect(answer('pass tcp 10.0.2.0/24 any <> 10.0.1.0/24 any (flow:to_server; sid:1;)')).toBe('yes');
    expect(answer('pass udp any any -> any any (sid:1;)')).toBe('no');
  });

  test('lets the first rule that matches decide', () => {
    const drop = 'drop tcp any any -> any 443 (sid:1;)';
    const open = 'pass tcp any any -> any any (sid:2;)';
    expect(ask(world(...NET, STRICT, suricata(drop, open)), 'A', 'B').answer).toBe('no');
    expect(ask(world(...NET, STRICT, suricata(open, drop)), 'A', 'B').answer).toBe('yes');
    expect(ask(world(...NET, STRICT, suricata('alert tcp any any -> any any (sid:3;)', open)), 'A', 'B').answer).toBe(
      'yes',
    );
  });

  test.each([
    ['tls to a named host', 'pass tls any any -> any any (tls.sni; content:"example.com"; sid:1;)'],
    ['content', 'pass tcp any any -> any 443 (content:"x"; sid:1;)'],
    ['a state of the connection', 'pass tcp any any -> any any (flow:established; sid:1;)'],
  ])('says that it depends on inspection when rules match by %s', (_, line) => {
    const answer = ask(world(...NET, STRICT, suricata(line)), 'A', 'B');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved.join()).toContain('depends on inspection: a rule of Rules matches by');
    const decided = world(...NET, STRICT, suricata('pass tcp any any -> any any (sid:9;)', line));
    expect(ask(decided, 'A', 'B').answer).toBe('yes');
  });
});

describe('rules by domain, in strict order', () => {
  const SNI =
    'pass tls 10.0.1.0/24 any -> any 443 (tls.sni; content:"example.com"; flow:to_server,established; sid:1;)';
  const HANDSHAKE = 'pass tcp 10.0.1.0/24 any -> any 443 (flow:not_established, to_server; sid:2;)';
  const REST = [
    'drop tcp 10.0.1.0/24 any -> any !443 (flow:to_server; sid:3;)',
    'drop ip 10.0.1.0/24 any -> any any (ip_proto:!TCP; flow:to_server; sid:4;)',
  ];
  const established = policy({
    StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
    StatefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
  });

  test('let a connection open whose handshake passes, and nothing that is dropped', () => {
    const net = world(...NET, established, suricata(SNI, HANDSHAKE, ...REST));
    expect(ask(net, 'A', 'B').answer).toBe('yes');
    expect(ask(net, 'A', 'B', { port: 80 }).answer).toBe('no');
    expect(ask(net, 'A', 'B', { port: 443, protocol: 'udp' }).answer).toBe('no');
    expect(ask(net, 'A', 'B', { protocol: 'icmp' }).answer).toBe('no');
  });

  test('that drop by content pass nothing that no other rule passes', () => {
    const old = 'drop tls any any -> any any (tls.version:1.0; sid:5;)';
    expect(ask(world(...NET, STRICT, suricata(old)), 'A', 'B').answer).toBe('no');
    const open = 'pass tcp any any -> any any (sid:6;)';
    expect(ask(world(...NET, STRICT, suricata(old, open)), 'A', 'B').answer).toBe('unknown');
  });

  test('of AWS’s managed groups say nothing of who may open a connection', () => {
    const managed = (name: string) =>
      policy({
        StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
        StatefulDefaultActions: ['aws:drop_strict'],
        StatefulRuleGroupReferences: [
          { ResourceArn: `arn:aws:network-firewall:ap-east-1:${name}`, Priority: 1 },
          { ResourceArn: ref('Rules'), Priority: 2 },
        ],
      });
    const open = suricata('pass tcp any any -> any 443 (sid:1;)');
    const answer = (name: string) => ask(world(...NET, managed(name), open), 'A', 'B').answer;
    expect(answer('aws-managed:stateful-rulegroup/MalwareDomainsStrictOrder')).toBe('yes');
    expect(answer('111122223333:stateful-rulegroup/ours')).toBe('unknown');
  });
});

describe('a firewall in the default order', () => {
  test('passes what nothing drops, and passes before it drops', () => {
    const open = world(
      ...NET,
      policy({}),
      suricata(
        'drop tcp any any -> any 80 (sid:1;)',
        'pass tcp any any -> any 81 (sid:2;)',
        'drop tcp any any -> any 81 (sid:3;)',
      ),
    );
    expect(ask(open, 'A', 'B').answer).toBe('yes');
    expect(ask(open, 'A', 'B', { port: 80 }).answer).toBe('no');
    expect(ask(open, 'A', 'B', { port: 81 }).answer).toBe('yes');
  });

  test('depends on inspection where it decides by the names of domains', () => {
    const list = {
      RulesSourceList: { GeneratedRulesType: 'ALLOWLIST', TargetTypes: ['TLS_SNI'], Targets: ['.example.com'] },
    };
    const net = world(...NET, policy({}), rules(list));
    expect(ask(net, 'A', 'B').unresolved.join()).toContain('decides by the names of domains');
    expect(ask(net, 'A', 'B', { port: 53, protocol: 'udp' }).answer).toBe('yes');
  });
});

// Network Firewall developer guide, Stateless rules in AWS Network Firewall.
// https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups-5-tuple.html
test('stateless rules pass, drop or forward before the others', () => {
  const stateless = (action: string) =>
    resource('Early', 'AWS::NetworkFirewall::RuleGroup', {
      Type: 'STATELESS',
      RuleGroup: {
        RulesSource: {
          StatelessRulesAndCustomActions: {
            StatelessRules: [
              {
                Priority: 1,
                RuleDefinition: {
                  Actions: [action],
                  MatchAttributes: {
                    Protocols: [6],
                    DestinationPorts: [{ FromPort: 443, ToPort: 443 }],
                    Sources: [{ AddressDefinition: '10.0.1.0/24' }],
                  },
                },
              },
            ],
          },
        },
      },
    });
  const early = { StatelessRuleGroupReferences: [{ ResourceArn: ref('Early'), Priority: 1 }] };
  const closed = {
    ...early,
    StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
    StatefulDefaultActions: ['aws:drop_strict'],
  };
  expect(ask(world(...NET, policy(closed, []), stateless('aws:pass')), 'A', 'B').answer).toBe('yes');
  expect(ask(world(...NET, policy(closed, []), stateless('aws:pass')), 'A', 'B', { port: 80 }).answer).toBe('no');
  expect(ask(world(...NET, policy(early, []), stateless('aws:drop')), 'A', 'B').answer).toBe('no');
  expect(ask(world(...NET, policy(early, []), stateless('aws:forward_to_sfe')), 'A', 'B').answer).toBe('yes');
});

test('variables of policy and group stand for their definitions', () => {
  const home = {
    PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['10.0.1.0/24'] } } },
    StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
    StatefulDefaultActions: ['aws:drop_strict'],
  };
  const own = { RuleVariables: { PortSets: { WEB: { Definition: ['443', '8443'] } } } };
  const line = (text: string) => rules({ RulesString: text }, 'Rules', own);
  expect(ask(world(...NET, policy(home), line('pass tcp $HOME_NET any -> any $WEB (sid:1;)')), 'A', 'B').answer).toBe(
    'yes',
  );
  expect(ask(world(...NET, policy(home), line('pass tcp !$HOME_NET any -> any $WEB (sid:1;)')), 'A', 'B').answer).toBe(
    'no',
  );
  expect(ask(world(...NET, policy(home), line('pass tcp $ELSEWHERE any -> any any (sid:1;)')), 'A', 'B').answer).toBe(
    'unknown',
  );
});

test('rules that name groups do not work across a firewall', () => {
  const byGroup = NET.map((part) => ('Gb' in part ? group('Gb', 'Vpc', 'all any Ga') : part));
  const open = suricata('pass ip any any -> any any (sid:1;)');
  expect(ask(world(...NET, STRICT, open), 'A', 'B').answer).toBe('yes');
  expect(ask(world(...byGroup, STRICT, open), 'A', 'B').answer).toBe('no');
});

// Classic mistake: a firewall gone around by a more specific route. Amazon VPC user guide, Route priority.
test('a more specific route leads around a firewall', () => {
  const closed = suricata('drop ip any any -> any any (sid:1;)');
  const around = NET.filter((part) => !('There' in part) && !('Back' in part));
  const wide = [through('There', 'Tleft', '0.0.0.0/0'), through('Back', 'Tright', '0.0.0.0/0')];
  const answer = ask(world(...around, ...wide, STRICT, closed), 'A', 'B');
  expect(answer.answer).toBe('yes');
  expect(way(answer)).not.toContain('Fw');
});

test('what passes between VPCs and no firewall is a counterexample, whatever the firewall’s rules', () => {
  const peer = [
    vpc('Far', '10.2.0.0/16'),
    subnet('Other', 'Far', '10.2.1.0/24'),
    group('Gc', 'Far', 'tcp 443 10.0.0.0/16'),
    instance('C', 'Other', ['Gc']),
    resource('Pcx', 'AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Far') }),
    table('Tfar', 'Far', ['Other'], ['10.0.0.0/16 VpcPeeringConnectionId Pcx']),
    through('ThereFar', 'Tright', '10.2.0.0/16'),
  ];
  const closed = suricata('drop ip any any -> any any (sid:1;)');
  const inspected = (...more: Resources[]) =>
    world(...NET, STRICT, closed, ...peer, ...more)
      .matrix()
      .properties.find(({ name }) => name === 'everything between VPCs passes a firewall');
  expect(inspected()).toMatchObject({ answer: 'yes', counterexamples: [] });
  const direct = resource('Direct', 'AWS::EC2::Route', {
    RouteTableId: ref('Tleft'),
    DestinationCidrBlock: '10.2.0.0/16',
    VpcPeeringConnectionId: ref('Pcx'),
  });
  expect(inspected(direct)?.answer).toBe('no');
  expect(inspected(direct)?.counterexamples[0]).toMatch(/^from Vpc\/.* to Far\/.*: tcp 443.* passes none$/);
});
