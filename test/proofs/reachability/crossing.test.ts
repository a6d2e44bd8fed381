import {
  acl,
  ask,
  blocks,
  group,
  instance,
  ref,
  resource,
  subnet,
  table,
  vpc,
  way,
  world,
  type Resources,
} from './world';

const ATTACHED = (id: string, vpcId: string, subnets: string[], more: object = {}): Resources =>
  resource(id, 'AWS::EC2::TransitGatewayAttachment', {
    TransitGatewayId: ref('Tgw'),
    VpcId: ref(vpcId),
    SubnetIds: subnets.map(ref),
    ...more,
  });
const site = (name: string, block: number, peers: string): Resources[] => [
  vpc(`Vpc${name}`, `10.${block}.0.0/16`),
  subnet(`Net${name}`, `Vpc${name}`, `10.${block}.1.0/24`),
  group(`Group${name}`, `Vpc${name}`, peers),
  instance(name, `Net${name}`, [`Group${name}`]),
];
const OPEN = 'tcp 443 10.0.0.0/8';
const A = site('A', 1, OPEN);
const B = site('B', 2, OPEN);
const C = site('C', 3, OPEN);
const peering = (id: string, from: string, to: string) =>
  resource(id, 'AWS::EC2::VPCPeeringConnection', { VpcId: ref(`Vpc${from}`), PeerVpcId: ref(`Vpc${to}`) });
const route = (name: string, routes: string[]) => table(`Table${name}`, `Vpc${name}`, [`Net${name}`], routes);

// Amazon VPC peering guide, How VPC peering works, Unsupported configurations; Update security groups to reference peers.
// https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html
describe('peering', () => {
  const AB = peering('Ab', 'A', 'B');
  const BOTH = [
    route('A', ['10.2.0.0/16 VpcPeeringConnectionId Ab']),
    route('B', ['10.1.0.0/16 VpcPeeringConnectionId Ab']),
  ];

  test('joins two VPCs that both have routes', () => {
    const answer = ask(world(...A, ...B, AB, ...BOTH), 'A', 'B');
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toContain('Ab');
    expect(ask(world(...A, ...B), 'A', 'B').answer).toBe('no');
  });

  test('needs the way back', () => {
    const oneWay = world(...A, ...B, AB, BOTH[0] as Resources);
    expect(blocks(ask(oneWay, 'A', 'B'))).toEqual([
      'route table main route table of VpcB: has no route to the destination',
    ]);
  });

  // Classic mistake: peering taken for transitive.
  test('is not transitive', () => {
    const net = world(
      ...A,
      ...B,
      ...C,
      AB,
      peering('Bc', 'B', 'C'),
      route('A', ['10.2.0.0/16 VpcPeeringConnectionId Ab', '10.3.0.0/16 VpcPeeringConnectionId Ab']),
      route('B', ['10.1.0.0/16 VpcPeeringConnectionId Ab', '10.3.0.0/16 VpcPeeringConnectionId Bc']),
      route('C', ['10.2.0.0/16 VpcPeeringConnectionId Bc', '10.1.0.0/16 VpcPeeringConnectionId Bc']),
    );
    expect(ask(net, 'A', 'B').answer).toBe('yes');
    expect(ask(net, 'B', 'C').answer).toBe('yes');
    expect(blocks(ask(net, 'A', 'C'))).toEqual(['Ab: peering is not transitive: only addresses of VpcB are behind it']);
  });

  test('lets rules name the other VPC’s groups', () => {
    const byGroup = site('B', 2, 'tcp 443 GroupA');
    expect(ask(world(...A, ...byGroup, AB, ...BOTH), 'A', 'B').answer).toBe('yes');
  });
});

// Transit gateways guide, How transit gateways work (associations, propagation, route evaluation, availability zones), ACLs.
// https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
describe('transit gateways', () => {
  const HUB = resource('Tgw', 'AWS::EC2::TransitGateway', {
    DefaultRouteTableAssociation: 'disable',
    DefaultRouteTablePropagation: 'disable',
  });
  const TABLE = resource('Rt', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') });
  const ATTACHMENTS = [ATTACHED('AttA', 'VpcA', ['NetA']), ATTACHED('AttB', 'VpcB', ['NetB'])];
  const associate = (name: string) =>
    resource(`Assoc${name}`, 'AWS::EC2::TransitGatewayRouteTableAssociation', {
      TransitGatewayAttachmentId: ref(`Att${name}`),
      TransitGatewayRouteTableId: ref('Rt'),
    });
  const propagate = (name: string) =>
    resource(`Prop${name}`, 'AWS::EC2::TransitGatewayRouteTablePropagation', {
      TransitGatewayAttachmentId: ref(`Att${name}`),
      TransitGatewayRouteTableId: ref('Rt'),
    });
  const fixed = (id: string, block: string, more: object) =>
    resource(id, 'AWS::EC2::TransitGatewayRoute', {
      DestinationCidrBlock: block,
      TransitGatewayRouteTableId: ref('Rt'),
      ...more,
    });
  const ROUTES = [route('A', ['10.0.0.0/8 TransitGatewayId Tgw']), route('B', ['10.0.0.0/8 TransitGatewayId Tgw'])];
  const SITES = [...A, ...B, HUB, TABLE, ...ATTACHMENTS, ...ROUTES];

  test('join what is associated and propagated', () => {
    const answer = ask(world(...SITES, associate('A'), associate('B'), propagate('A'), propagate('B')), 'A', 'B');
    expect(answer.answer).toBe('yes');
    expect(way(answer)).toEqual(expect.arrayContaining(['TableARoute0', 'Tgw', 'PropB', 'AttB']));
  });

  test('take no packets from an attachment without association', () => {
    const net = world(...SITES, associate('B'), propagate('A'), propagate('B'));
    expect(blocks(ask(net, 'A', 'B'))).toEqual(['AttA: the attachment is associated with no route table']);
  });

  test('know no way to what is not propagated, there or back', () => {
    const there = world(...SITES, associate('A'), associate('B'), propagate('A'));
    expect(blocks(ask(there, 'A', 'B'))).toEqual(['route table Rt: has no route to the destination']);
    const back = world(...SITES, associate('A'), associate('B'), propagate('B'));
    expect(ask(back, 'A', 'B').answer).toBe('no');
  });

  test('associate and propagate by themselves unless that is turned off', () => {
    const hub = resource('Tgw', 'AWS::EC2::TransitGateway', {});
    expect(ask(world(...A, ...B, hub, ...ATTACHMENTS, ...ROUTES), 'A', 'B').answer).toBe('yes');
  });

  test('drop what a longer blackhole takes, and prefer a static route to a propagated one', () => {
    const joined = [...SITES, associate('A'), associate('B'), propagate('A'), propagate('B')];
    expect(ask(world(...joined, fixed('Dark', '10.2.0.0/24', { Blackhole: true })), 'A', 'B').answer).toBe('yes');
    expect(blocks(ask(world(...joined, fixed('Dark', '10.2.1.0/24', { Blackhole: true })), 'A', 'B'))).toEqual([
      'Rt: 10.2.1.0/24 is a blackhole',
    ]);
    expect(ask(world(...joined, fixed('Dark', '10.0.0.0/8', { Blackhole: true })), 'A', 'B').answer).toBe('yes');
    expect(ask(world(...joined, fixed('Dark', '10.2.0.0/16', { Blackhole: true })), 'A', 'B').answer).toBe('no');
  });

  test('are out of reach in an availability zone without a subnet of the attachment', () => {
    const far = subnet('FarA', 'VpcA', '10.1.9.0/24', { AvailabilityZone: 'ap-east-1b' });
    const net = world(
      ...SITES,
      far,
      instance('D', 'FarA', ['GroupA']),
      table('TableFar', 'VpcA', ['FarA'], ['10.0.0.0/8 TransitGatewayId Tgw']),
      ...['A', 'B'].flatMap((name) => [associate(name), propagate(name)]),
    );
    expect(blocks(ask(net, 'D', 'B'))).toEqual(['AttA: the attachment has no subnet in ap-east-1b']);
  });

  test('do not carry the groups of other VPCs unless they are told to', () => {
    const byGroup = [
      ...A,
      ...site('B', 2, 'tcp 443 GroupA'),
      TABLE,
      ...ATTACHMENTS,
      ...ROUTES,
      ...['A', 'B'].flatMap((name) => [associate(name), propagate(name)]),
    ];
    expect(ask(world(...byGroup, HUB), 'A', 'B').answer).toBe('no');
    const referencing = resource('Tgw', 'AWS::EC2::TransitGateway', {
      DefaultRouteTableAssociation: 'disable',
      SecurityGroupReferencingSupport: 'enable',
    });
    expect(ask(world(...byGroup, referencing), 'A', 'B').answer).toBe('yes');
    // Transit gateways guide, Security group referencing: attachments have it on, unless they turn it off.
    for (const [name, net] of [
      ['A', 'NetA'],
      ['B', 'NetB'],
    ] as const) {
      const off = ATTACHED(`Att${name}`, `Vpc${name}`, [net], {
        Options: { SecurityGroupReferencingSupport: 'disable' },
      });
      expect(ask(world(...byGroup, referencing, off), 'A', 'B').answer).toBe('no');
    }
  });

  test('pass the ACL of the attachment’s own subnet on the way in and out', () => {
    const own = [subnet('EdgeB', 'VpcB', '10.2.9.0/28'), ATTACHED('AttB', 'VpcB', ['EdgeB'])];
    const parts = [
      ...A,
      ...B,
      HUB,
      TABLE,
      ATTACHMENTS[0] as Resources,
      ...own,
      ...ROUTES,
      ...['A', 'B'].flatMap((name) => [associate(name), propagate(name)]),
    ];
    expect(ask(world(...parts), 'A', 'B').answer).toBe('yes');
    const shut = acl('Acl', 'VpcB', ['EdgeB'], ['in 1 allow all any 0.0.0.0/0']);
    expect(blocks(ask(world(...parts, shut), 'A', 'B'))).toEqual([
      'network ACL Acl: does not let this out of subnet EdgeB',
    ]);
    const through = acl(
      'Acl',
      'VpcB',
      ['EdgeB'],
      ['in 1 allow all any 10.2.0.0/16', 'out 1 allow all any 10.2.0.0/16'],
    );
    expect(ask(world(...parts, through), 'A', 'B').answer).toBe('yes');
  });
});

// Classic mistake: a group of a VPC that nothing joins with this one. Amazon VPC user guide, Security group rules.
test('a group of a VPC that is not peered opens nothing', () => {
  const twin = [
    vpc('VpcB', '10.1.0.0/16'),
    subnet('NetB', 'VpcB', '10.1.1.0/24'),
    group('GroupB', 'VpcB', 'tcp 443 GroupA'),
    instance('B', 'NetB', ['GroupB']),
  ];
  expect(ask(world(...A, ...twin), 'A', 'B').answer).toBe('no');
});

test('an attachment that is not known, such as that of another account’s firewall, may send packets on to any other', () => {
  const hub = resource('Tgw', 'AWS::EC2::TransitGateway', { DefaultRouteTablePropagation: 'disable' });
  const fixed = resource('Fixed', 'AWS::EC2::TransitGatewayRoute', {
    DestinationCidrBlock: '0.0.0.0/0',
    TransitGatewayRouteTableId: ref('Rt'),
    TransitGatewayAttachmentId: 'tgw-attach-1',
  });
  const associated = ['A', 'B'].map((name) =>
    resource(`Assoc${name}`, 'AWS::EC2::TransitGatewayRouteTableAssociation', {
      TransitGatewayAttachmentId: ref(`Att${name}`),
      TransitGatewayRouteTableId: ref('Rt'),
    }),
  );
  const net = world(
    ...A,
    ...B,
    hub,
    fixed,
    ...associated,
    resource('Rt', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Tgw') }),
    ATTACHED('AttA', 'VpcA', ['NetA']),
    ATTACHED('AttB', 'VpcB', ['NetB']),
    route('A', ['10.0.0.0/8 TransitGatewayId Tgw']),
    route('B', ['10.0.0.0/8 TransitGatewayId Tgw']),
  );
  expect(ask(net, 'A', 'B').answer).toBe('unknown');
});
