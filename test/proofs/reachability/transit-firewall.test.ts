import { ask, blocks, group, instance, ref, resource, subnet, table, vpc, way, world, type Resources } from './world';

const spoke = (id: string, block: string, rule: string): Resources =>
  Object.assign(
    {},
    vpc(id, `${block}.0.0/16`),
    subnet(`${id}Net`, id, `${block}.1.0/24`),
    group(`${id}Group`, id, rule),
    instance(`${id}Host`, `${id}Net`, [`${id}Group`]),
    table(`${id}Table`, id, [`${id}Net`], ['10.0.0.0/8 TransitGatewayId Hub']),
    resource(`${id}Link`, 'AWS::EC2::TransitGatewayAttachment', {
      TransitGatewayId: ref('Hub'),
      VpcId: ref(id),
      SubnetIds: [ref(`${id}Net`)],
    }),
  ) as Resources;
const FIREWALL = { 'Fn::GetAtt': ['Fw', 'TransitGatewayAttachmentId'] };
const associate = (id: string, attachment: object, tableId: string) =>
  resource(id, 'AWS::EC2::TransitGatewayRouteTableAssociation', {
    TransitGatewayAttachmentId: attachment,
    TransitGatewayRouteTableId: ref(tableId),
  });
const route = (id: string, tableId: string, block: string, attachment: object) =>
  resource(id, 'AWS::EC2::TransitGatewayRoute', {
    TransitGatewayRouteTableId: ref(tableId),
    DestinationCidrBlock: block,
    TransitGatewayAttachmentId: attachment,
  });

/** Two spokes whose table leads to the firewall at the gateway, and the firewall's own table. */
const hub = (rules: string, ...more: Resources[]) =>
  world(
    resource('Hub', 'AWS::EC2::TransitGateway', {
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
    }),
    spoke('Red', '10.1', 'tcp 22 10.2.0.0/16'),
    spoke('Blue', '10.2', 'tcp 0-65535 10.1.0.0/16'),
    resource('Fw', 'AWS::NetworkFirewall::Firewall', {
      FirewallPolicyArn: ref('Policy'),
      TransitGatewayId: ref('Hub'),
      AvailabilityZoneMappings: [{ AvailabilityZone: 'ap-east-1a' }],
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
    resource('Rules', 'AWS::NetworkFirewall::RuleGroup', {
      Type: 'STATEFUL',
      RuleGroup: { RulesSource: { RulesString: rules } },
    }),
    resource('Spokes', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
    resource('Walled', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
    associate('RedIn', ref('RedLink'), 'Spokes'),
    associate('BlueIn', ref('BlueLink'), 'Spokes'),
    associate('FwIn', FIREWALL, 'Walled'),
    route('ToFw', 'Spokes', '0.0.0.0/0', FIREWALL),
    route('ToRed', 'Walled', '10.1.0.0/16', ref('RedLink')),
    route('ToBlue', 'Walled', '10.2.0.0/16', ref('BlueLink')),
    ...more,
  );
const PASS = 'pass tcp 10.1.0.0/16 any -> 10.2.0.0/16 443 (sid:1;)';

// Network Firewall developer guide, Transit gateway-attached firewalls: no subnets and no endpoints, routes of transit
// gateway route tables lead to its attachment, and the table of the attachment leads on.
describe('a firewall at a transit gateway', () => {
  test('lets through what its rules pass, and answers', () => {
    const answer = ask(hub(PASS), 'RedHost', 'BlueHost');
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toEqual(expect.arrayContaining(['ToFw', 'Fw', 'ToBlue', 'BlueHost']));
    const closed = ask(hub(PASS), 'RedHost', 'BlueHost', { port: 80 });
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toContain('Fw: no rule of the firewall lets it through');
    expect(ask(hub(PASS), 'BlueHost', 'RedHost', { port: 22 }).answer).toBe('no');
  });

  test('inspects: what goes around it is a counterexample', () => {
    const inspected = (...more: Resources[]) =>
      hub(PASS, ...more)
        .matrix()
        .properties.find(({ name }) => name === 'everything between VPCs passes a firewall');
    expect(inspected()).toMatchObject({ answer: 'yes' });
    const straight = [route('Straight', 'Spokes', '10.2.0.0/16', ref('BlueLink'))];
    expect(inspected(...straight)?.counterexamples).toEqual([
      expect.stringMatching(/^from Red\/.* to Blue\/.* passes none$/),
    ]);
    for (const avoiding of ['inspection', 'Fw']) {
      expect(ask(hub(PASS), 'RedHost', 'BlueHost', { port: 443, avoiding }).answer).toBe('no');
      expect(ask(hub(PASS, ...straight), 'RedHost', 'BlueHost', { protocol: 'udp', avoiding }).answer).toBe('no');
    }
  });

  test('leads nowhere without a route table of its own', () => {
    const net = hub(PASS, { FwIn: { Type: 'AWS::SNS::Topic' } });
    const answer = ask(net, 'RedHost', 'BlueHost');
    expect(answer.answer).toBe('no');
    expect(blocks(answer)).toContain('Fw: the attachment is associated with no route table');
  });
});
