import { acl, ask, group, instance, ref, resource, subnet, table, vpc, worldOf, type Resources } from './world';

const sections = {
  Parameters: { P: { Type: 'String' }, Ids: { Type: 'CommaDelimitedList' } },
  Conditions: { C: { 'Fn::Equals': [ref('P'), 'x'] } },
};
const either = (a: unknown, b: unknown) => ({ 'Fn::If': ['C', a, b] });

/** A client and a server in two subnets, whose ways all stand open to each other on 443. */
function network(...more: readonly Resources[]) {
  return worldOf(
    sections,
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Left', 'Vpc', '10.0.1.0/24'),
    subnet('Right', 'Vpc', '10.0.2.0/24'),
    group('Open', 'Vpc', 'tcp 443 10.0.0.0/16'),
    group('None', 'Vpc', ''),
    instance('A', 'Left', ['Open']),
    instance('B', 'Right', ['None']),
    ...more,
  );
}

const told = (...more: readonly Resources[]) => {
  const { answer, unresolved, blockedBy } = ask(network(...more), 'A', 'B');
  return [answer, ...unresolved, ...blockedBy.map(({ hop, why }) => `${hop}: ${why}`)];
};
const into = (properties: object, more: object = {}) =>
  resource(
    'Rule',
    'AWS::EC2::SecurityGroupIngress',
    { GroupId: ref('None'), IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.1.0/24', ...properties },
    more,
  );
const entry = (properties: object) => [
  acl('Acl', 'Vpc', ['Right'], ['out 100 allow all any 0.0.0.0/0']),
  resource('Entry', 'AWS::EC2::NetworkAclEntry', {
    NetworkAclId: ref('Acl'),
    Egress: false,
    RuleNumber: 100,
    RuleAction: 'allow',
    Protocol: 6,
    CidrBlock: '10.0.1.0/24',
    PortRange: { From: 443, To: 443 },
    ...properties,
  }),
  into({}),
];
const wearing = (SecurityGroupIds: unknown) =>
  resource('B', 'AWS::EC2::Instance', { SubnetId: ref('Right'), SecurityGroupIds });

const NO_RULE = 'security group None: no rule lets this in to B';
const P = 'parameter P has no default';
const routed = (property: string, target: string) => [
  into({}),
  table('Routes', 'Vpc', ['Left'], [`10.0.2.0/24 ${property} ${target}`]),
];

test.each<[string, readonly Resources[], readonly string[]]>([
  ['no rule', [], ['no', NO_RULE]],
  ['a rule', [into({})], ['yes']],
  ['a rule whose first port is open', [into({ FromPort: ref('P') })], ['unknown', P]],
  ['a rule whose last port is open', [into({ ToPort: ref('P') })], ['unknown', P]],
  ['a rule whose protocol is open', [into({ IpProtocol: ref('P') })], ['unknown', P]],
  ['a rule whose block is open', [into({ CidrIp: ref('P') })], ['unknown', P]],
  [
    'a rule with one of two blocks',
    [into({ CidrIp: either('10.0.1.0/24', '10.9.0.0/16') })],
    ['unknown', 'which of several blocks applies is decided at deployment'],
  ],
  [
    'a rule with one of two ports',
    [into({ FromPort: either(443, 80), ToPort: either(443, 80) })],
    ['unknown', 'a rule has several possible values'],
  ],
  ['a rule under a condition', [into({}, { Condition: 'C' })], ['unknown', 'a rule of Rule depends on a condition']],
  [
    'a rule of one of two groups',
    [into({ GroupId: either(ref('None'), ref('Open')) })],
    ['unknown', 'a rule of Rule depends on a condition'],
  ],
  [
    'a rule for a prefix list that is open',
    [into({ CidrIp: undefined, SourcePrefixListId: ref('P') })],
    ['unknown', P],
  ],
  [
    'a rule for a prefix list from outside',
    [into({ CidrIp: undefined, SourcePrefixListId: 'pl-1' })],
    ['unknown', 'prefix list pl-1 is not in these templates'],
  ],
  ['a rule for nobody', [into({ CidrIp: undefined })], ['no', NO_RULE]],
  ['a rule for all protocols', [into({ IpProtocol: -1, FromPort: undefined, ToPort: undefined })], ['yes']],
  ['a rule for all ports', [into({ FromPort: undefined, ToPort: undefined })], ['yes']],
  ['a rule with the number of the protocol', [into({ IpProtocol: '6' })], ['yes']],
  ['a rule for another protocol', [into({ IpProtocol: 'udp' })], ['no', NO_RULE]],
  ['groups that are open', [wearing(ref('Ids'))], ['unknown', 'parameter Ids has no default']],
  ['a group that is open', [wearing([ref('P')])], ['unknown', P]],
  [
    'one of two groups',
    [wearing([either(ref('None'), ref('Open'))])],
    ['unknown', 'which groups B wears is decided at deployment'],
  ],
  ['no group', [wearing(undefined)], ['no', 'security group default group of Vpc: no rule lets this in to B']],
  ['a group from outside', [wearing(['sg-1'])], ['unknown', 'sg-1 is an id from outside these templates']],
  ['an entry', entry({}), ['yes']],
  ['an entry whose protocol is open', entry({ Protocol: ref('P') }), ['unknown', P]],
  [
    'an entry whose direction is open',
    entry({ Egress: ref('P') }),
    ['unknown', 'entry Entry is decided at deployment', 'direction of Entry is not known'],
  ],
  [
    'an entry whose action is open',
    entry({ RuleAction: ref('P') }),
    ['unknown', 'entry Entry is decided at deployment'],
  ],
  [
    'an entry whose number is open',
    entry({ RuleNumber: ref('P') }),
    ['unknown', 'entry Entry is decided at deployment'],
  ],
  [
    'an entry whose ports are open',
    entry({ PortRange: { From: ref('P'), To: 443 } }),
    ['unknown', 'protocol or ports of Entry are not known'],
  ],
  ['an entry whose block is open', entry({ CidrBlock: ref('P') }), ['unknown', P]],
  ['an entry for all ports', entry({ PortRange: undefined }), ['yes']],
  ['an entry for all protocols', entry({ Protocol: '-1', PortRange: undefined }), ['yes']],
  [
    'an entry that denies',
    entry({ RuleAction: 'deny' }),
    ['no', 'network ACL Acl: does not let this into subnet Right'],
  ],
  [
    'an entry for another protocol',
    entry({ Protocol: 1, PortRange: undefined, Icmp: { Type: 8, Code: 0 } }),
    ['no', 'network ACL Acl: does not let this into subnet Right'],
  ],
  [
    'a route to what is not here',
    routed('NatGatewayId', 'P'),
    ['unknown', 'NAT gateway network.json#P is not in these templates'],
  ],
  [
    'a route to what is not modelled',
    routed('OdbNetworkArn', 'P'),
    ['unknown', 'RoutesRoute0 leads to an OdbNetwork, which is not modelled'],
  ],
  [
    'a network ACL that is open',
    [
      into({}),
      resource('Its', 'AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Left'), NetworkAclId: ref('P') }),
    ],
    ['unknown', P],
  ],
  [
    'a network ACL under a condition',
    [
      into({}),
      acl('Acl', 'Vpc', [], []),
      resource(
        'Its',
        'AWS::EC2::SubnetNetworkAclAssociation',
        { SubnetId: ref('Left'), NetworkAclId: ref('Acl') },
        { Condition: 'C' },
      ),
    ],
    ['unknown', 'which network ACL Left has is decided at deployment'],
  ],
])('with %s, what is known is said, and why the rest is not', (_, more, expected) => {
  expect(told(...more)).toEqual(expected);
});
