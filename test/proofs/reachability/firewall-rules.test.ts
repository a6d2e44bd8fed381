import { ask, group, instance, ref, resource, subnet, table, vpc, worldOf, type Resources } from './world';

// Suricata user guide, Rules format: how lines may be written, and which options say which first packets match.

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
  group('Open', 'Vpc', 'all any 10.0.0.0/16'),
  instance('A', 'Left', ['Open']),
  instance('B', 'Right', ['Open']),
  resource('Policy', 'AWS::NetworkFirewall::FirewallPolicy', {
    FirewallPolicy: {
      StatelessDefaultActions: ['aws:forward_to_sfe'],
      StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
      StatefulRuleGroupReferences: [{ ResourceArn: ref('Rules'), Priority: 1 }],
      StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
      StatefulDefaultActions: ['aws:drop_strict'],
    },
  }),
];
const under = (RulesSource: object) =>
  ask(
    worldOf(
      { Parameters: { Later: { Type: 'String' } } },
      ...NET,
      resource('Rules', 'AWS::NetworkFirewall::RuleGroup', { Type: 'STATEFUL', RuleGroup: { RulesSource } }),
    ),
    'A',
    'B',
  );
const INSPECTED = 'depends on inspection: a rule of Rules matches by';

test.each<[string, string, string, ...string[]]>([
  ['spaces and tabs', 'pass   tcp \t any   any   ->   any    443    (  sid : 1 ;  )', 'yes'],
  [
    'lists with spaces',
    'pass tcp [10.0.1.0/24, 10.9.0.0/16] any -> [10.0.2.0/24 , 10.8.0.0/16] [80, 443] (sid:1;)',
    'yes',
  ],
  ['a line that goes on', 'pass tcp any any -> \\\n  any 443 \\\r\n (sid:1;)', 'yes'],
  ['a comment', '# pass tcp any any -> any 443 (sid:1;)', 'no'],
  ['a comment that is indented', '   # pass tcp any any -> any 443 (sid:1;)', 'no'],
  ['Windows’ line ends', 'drop tcp any any -> any 80 (sid:1;)\r\n\r\npass tcp any any -> any 443 (sid:2;)\r\n', 'yes'],
  ['a semicolon at the end', 'pass tcp any any -> any 443 (sid:1;);', 'yes'],
  ['capitals', 'PASS TCP any any -> any 443 (sid:1;)', 'yes'],
  ['semicolons and quotes in texts', 'pass tcp any any -> any 443 (msg:"a \\"b\\"; content:c"; sid:1;)', 'yes'],
  ['both ways', 'pass tcp 10.0.2.0/24 443 <> 10.0.1.0/24 any (sid:1;)', 'yes'],
  ['one way, the other', 'pass tcp 10.0.2.0/24 any -> 10.0.1.0/24 any (sid:1;)', 'no'],
  ['a protocol of IP said twice', 'pass ip any any -> any any (ip_proto: TCP; sid:1;)', 'yes'],
  ['another protocol of IP', 'pass ip any any -> any any (ip_proto:UDP; sid:1;)', 'no'],
  ['all but a protocol of IP', 'pass ip any any -> any any (ip_proto:!udp; sid:1;)', 'yes'],
  [
    'a protocol of IP that nobody knows',
    'pass ip any any -> any any (ip_proto:zz; sid:1;)',
    'unknown',
    `${INSPECTED} ip_proto:zz`,
  ],
  ['the names of hosts', 'pass tls any any -> any any (tls.sni; content:"x"; sid:1;)', 'unknown', `${INSPECTED} tls`],
  ['content', 'pass tcp any any -> any any (sid:1; content:"x";)', 'unknown', `${INSPECTED} content`],
  ['the flow', 'pass tcp any any -> any any (flow: to_client; sid:1;)', 'unknown', `${INSPECTED} flow:to_client`],
  ['a flow to the server', 'pass tcp any any -> any any (flow: to_server , not_established; sid:1;)', 'yes'],
  ['a protocol over UDP or TCP', 'pass dns any any -> any any (sid:1;)', 'unknown', `${INSPECTED} dns`],
  ['an action that nobody knows', 'maybe tcp any any -> any any (sid:1;)', 'no'],
  ['alerts alone', 'alert tcp any any -> any any (sid:1;)', 'no'],
])('a rule with %s', (_, RulesString, expected, ...reasons) => {
  const { answer, unresolved } = under({ RulesString });
  expect([answer, ...unresolved]).toEqual([expected, ...reasons]);
});

const HEADER = {
  Protocol: 'TCP',
  Source: 'ANY',
  SourcePort: 'ANY',
  Direction: 'FORWARD',
  Destination: '10.0.2.0/24',
  DestinationPort: '443',
};
const sid = { Keyword: 'sid', Settings: ['1'] };

test.each<[string, object, readonly object[], string, ...string[]]>([
  ['by headers', {}, [sid], 'yes'],
  ['of another port', { DestinationPort: '444' }, [sid], 'no'],
  ['of another protocol', { Protocol: 'UDP' }, [sid], 'no'],
  ['from there', { Source: '10.0.2.0/24', Destination: '10.0.1.0/24', DestinationPort: 'ANY' }, [sid], 'no'],
  [
    'from there, and both ways',
    { Source: '10.0.2.0/24', Destination: '10.0.1.0/24', DestinationPort: 'ANY', Direction: 'any' },
    [sid],
    'yes',
  ],
  ['by content', {}, [sid, { Keyword: 'content' }], 'unknown', `${INSPECTED} content`],
  ['by an option of the deployment', {}, [{ Keyword: ref('Later') }], 'unknown', `${INSPECTED} ?`],
  ['from a port of the deployment', { SourcePort: ref('Later') }, [sid], 'unknown', 'depends on inspection: Rules'],
])('a written rule %s', (_, header, RuleOptions, expected, ...reasons) => {
  const rule = { Action: 'PASS', Header: { ...HEADER, ...header }, RuleOptions };
  const { answer, unresolved } = under({ StatefulRules: [rule] });
  expect([answer, ...unresolved]).toEqual([expected, ...reasons.map((reason) => expect.stringContaining(reason))]);
});
