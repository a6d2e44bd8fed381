import { arn, route, BY_TAG, share, segment, ISOLATED, net, answers, SEGMENTS, tags } from './cloud-wan-parts';
import { ask, blocks, group, internetGateway, ref, resource, subnet, table, vpc, way, type Resources } from './world';

// AWS Cloud WAN user guide, Core network policy version parameters (segments, segment-actions)
// https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-policies-json.html
describe('segments of a core network', () => {
  test('join their attachments, and no others', () => {
    const can = answers({ segments: SEGMENTS });
    expect([can('Red', 'Pink'), can('Red', 'Blue'), can('Tools', 'Red')]).toEqual(['yes', 'no', 'no']);
    const answer = ask(net({ segments: SEGMENTS }), 'RedHost', 'PinkHost');
    expect(way(answer)).toEqual(expect.arrayContaining(['RedOut', 'Core', 'PinkLink', 'PinkGroup', 'PinkHost']));
    expect(blocks(ask(net({ segments: SEGMENTS }), 'RedHost', 'BlueHost'))).toContain(
      'route table segment production of Core: has no route to the destination',
    );
  });

  test('keep attachments apart where they isolate them', () => {
    expect(answers({ segments: [segment('production', ISOLATED)] })('Red', 'Pink')).toBe('no');
  });

  // "sharing does not occur between the segments within the array"
  test('that are shared reach each other, and not what the other one shares with', () => {
    const actions = [share('tools', ['production', 'development'])];
    const can = answers({ segments: SEGMENTS, 'segment-actions': actions });
    expect([can('Red', 'Tools'), can('Tools', 'Red'), can('Blue', 'Tools')]).toEqual(['yes', 'yes', 'yes']);
    expect([can('Red', 'Blue'), can('Blue', 'Red')]).toEqual(['no', 'no']);
  });

  test.each([
    ['all', '*', ['yes', 'yes']],
    ['all but one', { except: ['production'] }, ['no', 'yes']],
  ])('are shared with %s', (_, others, expected) => {
    const can = answers({ segments: SEGMENTS, 'segment-actions': [share('tools', others)] });
    expect([can('Red', 'Tools'), can('Blue', 'Tools')]).toEqual(expected);
  });

  test('share although they isolate their own attachments', () => {
    const segments = [segment('production', ISOLATED), segment('tools')];
    const can = answers({ segments, 'segment-actions': [share('tools', ['production'])] });
    expect([can('Red', 'Tools'), can('Red', 'Pink')]).toEqual(['yes', 'no']);
  });

  // Filters apply after sharing: routes of the other segment are not there for what would go, or for what would answer.
  test.each([
    ['deny-filter', ['tools']],
    ['allow-filter', ['development']],
  ])('keep out routes by %s', (name, value) => {
    const segments = [segment('production', { [name]: value }), segment('development'), segment('tools')];
    const can = answers({ segments, 'segment-actions': [share('tools', '*')] });
    expect([can('Red', 'Tools'), can('Tools', 'Red'), can('Blue', 'Tools')]).toEqual(['no', 'no', 'yes']);
  });
});

// AWS Cloud WAN user guide, Add a segment action (segment routes; static routes are not shared)
// https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-policy-network-actions-routes.html
describe('static routes of segments', () => {
  const created = (segmentName: string, block: string, ...destinations: unknown[]) => ({
    action: 'create-route',
    segment: segmentName,
    'destination-cidr-blocks': [block],
    destinations,
  });

  test('win over announced ones of the same length, and blackholes drop', () => {
    const can = answers({
      segments: SEGMENTS,
      'segment-actions': [created('production', '10.2.0.0/16', 'blackhole')],
    });
    expect([can('Red', 'Pink'), can('Pink', 'Red')]).toEqual(['no', 'no']);
    const wide = answers({ segments: SEGMENTS, 'segment-actions': [created('production', '10.0.0.0/8', 'blackhole')] });
    expect(wide('Red', 'Pink')).toBe('yes');
  });

  test('that name an attachment by its id may lead to any, for their destinations alone', () => {
    const can = answers({
      segments: SEGMENTS,
      'segment-actions': [
        created('production', '10.3.0.0/16', 'attachment-0123456789abcdef0'),
        share('development', ['tools']),
      ],
    });
    expect([can('Red', 'Blue'), can('Red', 'Tools'), can('Red', 'Pink')]).toEqual(['no', 'no', 'yes']);
    const both = answers({
      segments: SEGMENTS,
      'segment-actions': [
        created('production', '10.3.0.0/16', 'attachment-0123456789abcdef0'),
        created('development', '10.1.0.0/16', 'attachment-0123456789abcdef1'),
      ],
    });
    expect(both('Red', 'Blue')).toBe('unknown');
  });
});

// AWS Cloud WAN user guide, Create an attachment policy
// https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-policy-attachments.html
describe('attachment policies', () => {
  const rule = (number: number, segmentName: string, conditions: object[], logic?: string) => ({
    'rule-number': number,
    ...(logic === undefined ? {} : { 'condition-logic': logic }),
    conditions,
    action: { 'association-method': 'constant', segment: segmentName },
  });
  const isTag = (value: unknown, operator = 'equals') => ({ type: 'tag-value', operator, key: 'segment', value });
  const ANY = [{ type: 'any' }];

  test('are tried by number, and the first that matches decides', () => {
    const policies = [rule(200, 'development', ANY), rule(100, 'production', [isTag('tools')])];
    const can = answers({ segments: SEGMENTS, 'attachment-policies': policies });
    expect([can('Red', 'Blue'), can('Red', 'Tools'), can('Tools', 'Tools')]).toEqual(['yes', 'no', 'yes']);
  });

  test.each([
    [[isTag('dev', 'begins-with')], 'no'],
    [[isTag('prod', 'contains')], 'yes'],
    [[isTag('tools', 'not-equals')], 'yes'],
    [[{ type: 'attachment-type', operator: 'equals', value: 'vpc' }], 'yes'],
    [[{ type: 'attachment-type', operator: 'equals', value: 'connect' }], 'no'],
    [[isTag('production'), { type: 'tag-exists', key: 'owner' }], 'no'],
    [[{ type: 'account-id', operator: 'equals', value: '111122223333' }], 'unknown'],
  ])('match %j: %s', (conditions, expected) => {
    const can = answers({ segments: SEGMENTS, 'attachment-policies': [rule(1, 'production', conditions, 'and')] });
    expect(can('Red', 'Pink')).toBe(expected);
  });

  test('match by one of several conditions with or', () => {
    const conditions = [isTag('production'), { type: 'tag-exists', key: 'owner' }];
    const policies = [rule(1, 'production', conditions, 'or')];
    expect(answers({ segments: SEGMENTS, 'attachment-policies': policies })('Red', 'Pink')).toBe('yes');
  });

  test('that match nothing leave an attachment without routes', () => {
    const answer = ask(net({ segments: SEGMENTS, 'attachment-policies': [] }), 'RedHost', 'PinkHost');
    expect(answer.answer).toBe('no');
    expect(blocks(answer)).toContain('RedLink: the attachment is associated with no route table');
  });
});

// AWS Cloud WAN user guide, example: Service insertion firewalls between on-premises and VPCs. The example sends one way
// alone and means connections, so that answers come back by the group.
// https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-policy-examples-service-insertion.html
describe('service insertion', () => {
  const INSPECTION: Resources[] = [
    vpc('Inspection', '10.9.0.0/16'),
    subnet('Arrival', 'Inspection', '10.9.1.0/24'),
    subnet('Guard', 'Inspection', '10.9.2.0/24'),
    table('ToGuard', 'Inspection', ['Arrival'], ['0.0.0.0/0 VpcEndpointId Gwlbe']),
    table('Back', 'Inspection', ['Guard'], []),
    route('BackOut', 'Back', '0.0.0.0/0'),
    resource('Gwlbe', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'GatewayLoadBalancer',
      VpcId: ref('Inspection'),
      SubnetIds: [ref('Guard')],
      ServiceName: 'com.amazonaws.vpce.ap-east-1.vpce-svc-0123456789abcdef0',
    }),
    resource('InspectionLink', 'AWS::NetworkManager::VpcAttachment', {
      CoreNetworkId: ref('Core'),
      VpcArn: arn('vpc', 'Inspection'),
      SubnetArns: [arn('subnet', 'Arrival')],
      Options: { ApplianceModeSupport: true },
      Tags: [{ Key: 'function', Value: 'inspection' }],
    }),
  ];
  const policy = (action: object) => ({
    segments: SEGMENTS.map((own) => ({ ...own, ...ISOLATED })),
    'network-function-groups': [{ name: 'inspection', 'require-attachment-acceptance': false }],
    'segment-actions': [{ via: { 'network-function-groups': ['inspection'] }, ...action }],
    'attachment-policies': [
      {
        'rule-number': 10,
        conditions: [{ type: 'tag-exists', key: 'function' }],
        action: { 'add-to-network-function-group': 'inspection' },
      },
      ...BY_TAG,
    ],
  });
  const via = (...segments: string[]) =>
    policy({ action: 'send-via', mode: 'single-hop', segment: 'production', 'when-sent-to': { segments } });

  test('leads between segments by way of the group, and nothing past it', () => {
    const reachability = net(via('development'), ...INSPECTION);
    for (const [from, to] of [
      ['RedHost', 'BlueHost'],
      ['BlueHost', 'RedHost'],
    ] as const) {
      const answer = ask(reachability, from, to);
      expect(answer.answer).toBe('unknown');
      expect(answer.unresolved.join()).toContain('depends on inspection');
      expect(ask(reachability, from, to, { port: 443, avoiding: 'inspection' }).answer).toBe('no');
    }
    expect(ask(reachability, 'RedHost', 'ToolsHost').answer).toBe('no');
    expect(ask(reachability, 'RedHost', 'PinkHost').answer).toBe('no');
  });

  test('leads back into the same segment where it isolates its attachments', () => {
    expect(ask(net(via('production'), ...INSPECTION), 'RedHost', 'PinkHost').answer).toBe('unknown');
  });

  test('drops where the group has no attachment', () => {
    const answer = ask(net(via('development')), 'RedHost', 'BlueHost');
    expect(answer.answer).toBe('no');
  });

  test('sends out by the group’s own way', () => {
    const out: Resources[] = [
      ...INSPECTION,
      internetGateway('Igw', 'Inspection'),
      subnet('Public', 'Inspection', '10.9.3.0/24', { MapPublicIpOnLaunch: true }),
      table('PublicTable', 'Inspection', ['Public'], ['0.0.0.0/0 GatewayId Igw']),
      route('PublicBack', 'PublicTable', '10.0.0.0/8'),
      resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: ref('Public') }),
      table('ToNat', 'Inspection', [], ['0.0.0.0/0 NatGatewayId Nat']),
      resource('ToGuardArrival', 'AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('Arrival'),
        RouteTableId: ref('ToNat'),
      }),
      route('ArrivalBack', 'ToNat', '10.0.0.0/8'),
    ];
    const reachability = net(policy({ action: 'send-to', segment: 'production' }), ...out);
    expect(ask(reachability, 'RedHost', 'internet').answer).toBe('yes');
    expect(ask(reachability, 'BlueHost', 'internet').answer).toBe('no');
    expect(ask(reachability, 'RedHost', 'BlueHost').answer).toBe('no');
  });
});

// AWS::NetworkManager::VpcAttachment, VpcOptions (Ipv6Support); Cloud WAN user guide, Add a segment action (routes of IPv6)
describe('IPv6 over a core network', () => {
  const SIX = { Red: '2001:db8:1', Pink: '2001:db8:2' };
  const dual = (options: object | undefined, out = '::/0'): Resources =>
    Object.assign(
      {},
      ...Object.entries(SIX).map(([id, block]) => ({
        ...resource(`${id}Six`, 'AWS::EC2::VPCCidrBlock', { VpcId: ref(id), Ipv6CidrBlock: `${block}::/56` }),
        ...subnet(`${id}Net`, id, id === 'Red' ? '10.1.1.0/24' : '10.2.1.0/24', { Ipv6CidrBlock: `${block}:1::/64` }),
        ...group(`${id}Group`, id, 'tcp 443 2001:db8::/32', 'all any ::/0'),
        ...resource(`${id}OutSix`, 'AWS::EC2::Route', {
          RouteTableId: ref(`${id}Table`),
          DestinationIpv6CidrBlock: out,
          CoreNetworkArn: { 'Fn::GetAtt': ['Core', 'CoreNetworkArn'] },
        }),
        ...resource(`${id}Link`, 'AWS::NetworkManager::VpcAttachment', {
          CoreNetworkId: ref('Core'),
          VpcArn: arn('vpc', id),
          SubnetArns: [arn('subnet', `${id}Net`)],
          Tags: tags('production'),
          ...(options ? { Options: options } : {}),
        }),
      })),
    ) as Resources;
  const over = (parts: Resources, actions: object[] = []) =>
    ask(net({ segments: SEGMENTS, 'segment-actions': actions }, parts), 'RedHost', 'PinkHost').answer;

  test.each([
    ['yes', { Ipv6Support: true }],
    ['no', { Ipv6Support: false }],
    ['no', undefined],
    ['unknown', { Ipv6Support: { 'Fn::ImportValue': 'Six' } }],
  ])('%s, where the attachments have %j', (expected, options) => {
    expect(over(dual(options))).toBe(expected);
  });

  test('is dropped by a blackhole, and forgotten where a table has no route', () => {
    const drop = {
      action: 'create-route',
      segment: 'production',
      'destination-cidr-blocks': ['2001:db8:2::/56'],
      destinations: ['blackhole'],
    };
    expect(over(dual({ Ipv6Support: true }), [drop])).toBe('no');
    expect(over(dual({ Ipv6Support: true }, '2001:db8:9::/56'))).toBe('no');
  });
});
