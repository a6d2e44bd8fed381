import fc from 'fast-check';
import { group, instance, ref, resource, subnet, table, vpc, world } from './world';

/** One line of Suricata. */
interface Line {
  readonly action: 'pass' | 'drop';
  readonly source: string;
  readonly ports: readonly [number, number];
}

const SOURCES = ['10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24', '10.2.0.0/16'];
const port = fc.constantFrom(22, 80, 443, 1024);
const line: fc.Arbitrary<Line> = fc.record({
  action: fc.constantFrom('pass', 'drop'),
  source: fc.constantFrom(...SOURCES),
  ports: fc.tuple(port, port).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
});
const lines = fc.array(line, { minLength: 1, maxLength: 5 });
const isStrict = fc.boolean();
const SETTINGS = { numRuns: 25, seed: 5 };

const text = (list: readonly Line[]) =>
  list
    .map(
      ({ action, source, ports }, index) => `${action} tcp ${source} any -> any ${ports.join(':')} (sid:${index + 1};)`,
    )
    .join('\n');

const spoke = (id: string, number: number) => [
  vpc(id, `10.${number}.0.0/16`),
  subnet(`${id}Net`, id, `10.${number}.1.0/24`),
  group(`${id}Group`, id, 'tcp 0-65535 10.0.0.0/8'),
  instance(`${id}Host`, `${id}Net`, [`${id}Group`]),
  table(`${id}Table`, id, [`${id}Net`], ['10.0.0.0/8 TransitGatewayId Hub']),
  resource(`${id}Link`, 'AWS::EC2::TransitGatewayAttachment', {
    TransitGatewayId: ref('Hub'),
    VpcId: ref(id),
    SubnetIds: [ref(`${id}Net`)],
  }),
];
const FIREWALL = { 'Fn::GetAtt': ['Fw', 'TransitGatewayAttachmentId'] };
const of = (kind: 'Association' | 'Route', id: string, tableId: string, attachment: object, more: object = {}) =>
  resource(id, `AWS::EC2::TransitGatewayRoute${kind === 'Route' ? '' : 'TableAssociation'}`, {
    TransitGatewayRouteTableId: ref(tableId),
    TransitGatewayAttachmentId: attachment,
    ...more,
  });

/** Two spokes behind a firewall at their transit gateway, and what its rules let through, at ports that they tell apart. */
function answers(list: readonly Line[], strict: boolean): readonly string[] {
  const net = world(
    resource('Hub', 'AWS::EC2::TransitGateway', {
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
    }),
    ...spoke('Red', 1),
    ...spoke('Blue', 2),
    resource('Fw', 'AWS::NetworkFirewall::Firewall', {
      FirewallPolicyArn: ref('Policy'),
      TransitGatewayId: ref('Hub'),
      AvailabilityZoneMappings: [{ AvailabilityZone: 'ap-east-1a' }],
    }),
    resource('Policy', 'AWS::NetworkFirewall::FirewallPolicy', {
      FirewallPolicy: {
        StatelessDefaultActions: ['aws:forward_to_sfe'],
        StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        StatefulRuleGroupReferences: [{ ResourceArn: ref('Rules'), ...(strict ? { Priority: 1 } : {}) }],
        ...(strict
          ? { StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' }, StatefulDefaultActions: ['aws:drop_strict'] }
          : {}),
      },
    }),
    resource('Rules', 'AWS::NetworkFirewall::RuleGroup', {
      Type: 'STATEFUL',
      RuleGroup: { RulesSource: { RulesString: text(list) } },
    }),
    resource('Spokes', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
    resource('Walled', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
    of('Association', 'RedIn', 'Spokes', ref('RedLink')),
    of('Association', 'BlueIn', 'Spokes', ref('BlueLink')),
    of('Association', 'FwIn', 'Walled', FIREWALL),
    of('Route', 'ToFw', 'Spokes', FIREWALL, { DestinationCidrBlock: '0.0.0.0/0' }),
    of('Route', 'ToRed', 'Walled', ref('RedLink'), { DestinationCidrBlock: '10.1.0.0/16' }),
    of('Route', 'ToBlue', 'Walled', ref('BlueLink'), { DestinationCidrBlock: '10.2.0.0/16' }),
  );
  return [
    ['RedHost', 'BlueHost'],
    ['BlueHost', 'RedHost'],
  ].flatMap(([from = '', to = '']) =>
    [22, 80, 443, 1024, 1025].map((own) => `${from} ${to} ${own} ${net.ask({ from, to, port: own }).answer}`),
  );
}

const open = (list: readonly string[]) => list.filter((item) => item.endsWith(' yes'));

test('to remove a rule that passes never opens anything', () => {
  fc.assert(
    fc.property(lines, isStrict, fc.nat(), (list, strict, index) => {
      const passing = list.filter(({ action }) => action === 'pass');
      const gone = passing[index % Math.max(1, passing.length)];
      const before = open(answers(list, strict));
      return open(
        answers(
          list.filter((item) => item !== gone),
          strict,
        ),
      ).every((item) => before.includes(item));
    }),
    SETTINGS,
  );
});

test('to add a rule that drops never opens anything, wherever it stands', () => {
  fc.assert(
    fc.property(lines, isStrict, line, fc.nat(5), (list, strict, own, index) => {
      const before = open(answers(list, strict));
      const after = open(answers(list.toSpliced(index, 0, { ...own, action: 'drop' }), strict));
      return after.every((item) => before.includes(item));
    }),
    SETTINGS,
  );
});

test('to write a block as its two halves changes nothing', () => {
  const halves: Readonly<Record<string, readonly string[]>> = {
    '10.0.0.0/8': ['10.0.0.0/9', '10.128.0.0/9'],
    '10.1.0.0/16': ['10.1.0.0/17', '10.1.128.0/17'],
    '10.1.1.0/24': ['10.1.1.0/25', '10.1.1.128/25'],
    '10.2.0.0/16': ['10.2.0.0/17', '10.2.128.0/17'],
  };
  fc.assert(
    fc.property(lines, isStrict, (list, strict) => {
      const split = list.flatMap((item) => (halves[item.source] ?? []).map((source) => ({ ...item, source })));
      expect(answers(split, strict)).toEqual(answers(list, strict));
    }),
    SETTINGS,
  );
});

test('the order of rules changes nothing where actions decide it', () => {
  fc.assert(
    fc.property(lines, (list) => {
      expect(answers(list.toReversed(), false)).toEqual(answers(list, false));
    }),
    SETTINGS,
  );
});
