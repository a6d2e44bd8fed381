import { readFileSync } from 'node:fs';
import { ask, group, instance, ref, resource, subnet, table, vpc, world, type Resources } from './world';

const NET = [vpc('Vpc', '10.0.0.0/16'), subnet('One', 'Vpc', '10.0.1.0/24'), subnet('Two', 'Vpc', '10.0.2.0/24')];
const cluster = (rules: object = {}) =>
  resource('Cluster', 'AWS::EKS::Cluster', {
    ResourcesVpcConfig: { SubnetIds: [ref('One'), ref('Two')], ...rules },
  });
const nodes = resource('Nodes', 'AWS::EKS::Nodegroup', { ClusterName: ref('Cluster'), Subnets: [ref('Two')] });
const fromCluster = resource('FromCluster', 'AWS::EC2::SecurityGroupIngress', {
  GroupId: { 'Fn::GetAtt': ['G', 'GroupId'] },
  IpProtocol: 'tcp',
  FromPort: 5432,
  ToPort: 5432,
  SourceSecurityGroupId: { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] },
});

// Amazon EKS user guide, Security group requirements: EKS makes a cluster security group, which control plane and managed
// nodes wear; AWS Directory Service administration guide: a directory gets a security group of its own.
describe('what wears a group that AWS makes', () => {
  const net = (...more: Resources[]) =>
    world(...NET, cluster(), nodes, group('G', 'Vpc', 'tcp 22 10.0.9.0/24'), instance('Db', 'One', ['G']), ...more);

  test('may let anything in, and reach what names that group', () => {
    const answer = ask(net(fromCluster), 'Nodes', 'Db', { port: 5432 });
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved).toContain('AWS makes a security group of its own for Nodes');
    expect(ask(net(), 'Db', 'Nodes', { port: 443 }).answer).toBe('unknown');
  });

  test('wears no group of the templates: rules that name those do not mean it', () => {
    const other = group('Other', 'Vpc', 'tcp 443 G');
    expect(ask(net(other, instance('Web', 'One', ['Other'])), 'Nodes', 'Web').answer).toBe('no');
    expect(ask(net(), 'Nodes', 'Db', { port: 5432 }).answer).toBe('no');
  });

  test('wears those that a launch template names instead', () => {
    const launch = resource('Launch', 'AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { SecurityGroupIds: [ref('G')] },
    });
    const own = resource('Nodes', 'AWS::EKS::Nodegroup', {
      ClusterName: ref('Cluster'),
      Subnets: [ref('Two')],
      LaunchTemplate: { Id: ref('Launch') },
    });
    expect(ask(net(launch, own), 'Db', 'Nodes', { port: 443 }).answer).toBe('no');
  });
});

/** A VPC behind a hub whose tables nothing is associated with by default. */
const HUB = [
  ...NET,
  group('G', 'Vpc', 'tcp 443 0.0.0.0/0'),
  instance('Web', 'One', ['G']),
  resource('Hub', 'AWS::EC2::TransitGateway', {
    DefaultRouteTableAssociation: 'disable',
    DefaultRouteTablePropagation: 'disable',
  }),
  resource('Link', 'AWS::EC2::TransitGatewayAttachment', {
    TransitGatewayId: ref('Hub'),
    VpcId: ref('Vpc'),
    SubnetIds: [ref('One')],
  }),
  table('Routes', 'Vpc', ['One'], ['192.168.0.0/16 TransitGatewayId Hub']),
  resource('Table', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
  resource('In', 'AWS::EC2::TransitGatewayRouteTableAssociation', {
    TransitGatewayAttachmentId: ref('Link'),
    TransitGatewayRouteTableId: ref('Table'),
  }),
  resource('Off', 'AWS::EC2::TransitGatewayRoute', {
    TransitGatewayRouteTableId: ref('Table'),
    DestinationCidrBlock: '192.168.0.0/16',
    TransitGatewayAttachmentId: 'tgw-attach-1',
  }),
];

// AWS::EC2::VPNConnection and AWS::DirectConnect::DirectConnectGatewayAssociation have no attribute for the id of their
// attachment, so that a template cannot associate it: whoever does so does it elsewhere.
test.each([
  [
    'a VPN connection',
    'AWS::EC2::VPNConnection',
    { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1', TransitGatewayId: ref('Hub') },
  ],
  [
    'a Direct Connect gateway',
    'AWS::DirectConnect::DirectConnectGatewayAssociation',
    { DirectConnectGatewayId: 'dx-1', AssociatedGatewayId: ref('Hub') },
  ],
])('%s without association may lead in', (_, type, properties) => {
  const answer = ask(world(...HUB, resource('Line', type, properties)), 'beyond Line', 'Web');
  expect(answer.answer).toBe('unknown');
  expect(answer.unresolved).toContain('which route table Line is associated with is not in these templates');
});

// What a custom resource answers is what its function does, so that its code has to be known to the letter.
describe('an attachment that a custom resource looks up', () => {
  const HANDLER = readFileSync('dist/lib/handlers/hub-attachment/index.js', 'utf8');
  const lines: Readonly<Record<string, Resources[]>> = {
    'a VPN connection': [
      resource('Line', 'AWS::EC2::VPNConnection', {
        Type: 'ipsec.1',
        CustomerGatewayId: 'cgw-1',
        TransitGatewayId: ref('Hub'),
      }),
    ],
    'a Direct Connect gateway': [
      resource('Line', 'AWS::DirectConnect::DirectConnectGatewayAssociation', {
        DirectConnectGatewayId: 'dx-1',
        AssociatedGatewayId: ref('Hub'),
      }),
    ],
  };
  const found = { 'Fn::GetAtt': ['Found', 'AttachmentId'] };
  const net = (what: string, change: object = {}, wanted: object = {}) =>
    world(
      ...HUB,
      ...(lines[what] ?? []),
      resource('Lookup', 'AWS::Lambda::Function', {
        Code: { ZipFile: HANDLER },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        ...change,
      }),
      resource('Found', 'Custom::HubAttachment', {
        ServiceToken: { 'Fn::GetAtt': ['Lookup', 'Arn'] },
        TransitGatewayId: ref('Hub'),
        ResourceId: what === 'a VPN connection' ? ref('Line') : 'dx-1',
        ...wanted,
      }),
      resource('LineTable', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
      resource('LineAssociated', 'AWS::EC2::TransitGatewayRouteTableAssociation', {
        TransitGatewayAttachmentId: found,
        TransitGatewayRouteTableId: ref('LineTable'),
      }),
      resource('ToWeb', 'AWS::EC2::TransitGatewayRoute', {
        TransitGatewayRouteTableId: ref('LineTable'),
        DestinationCidrBlock: '10.0.0.0/16',
        TransitGatewayAttachmentId: ref('Link'),
      }),
      resource('Off', 'AWS::EC2::TransitGatewayRoute', {
        TransitGatewayRouteTableId: ref('Table'),
        DestinationCidrBlock: '192.168.0.0/16',
        TransitGatewayAttachmentId: found,
      }),
    );
  const asked = (...args: Parameters<typeof net>) => ask(net(...args), '192.168.1.0/24', 'Web').answer;

  test.each(Object.keys(lines))('is that of %s', (what) => {
    expect(asked(what)).toBe('yes');
    expect(ask(net(what), '192.168.1.0/24', 'Web', { port: 22 }).answer).toBe('no');
  });

  test.each<[string, object, object]>([
    ['by other code', { Code: { ZipFile: `${HANDLER} ` } }, {}],
    ['by code that is not in the template', { Code: { S3Bucket: 'bucket', S3Key: 'key' } }, {}],
    ['by code that a condition decides', { Code: { 'Fn::If': ['IsOurs', { ZipFile: HANDLER }, { ZipFile: '' }] } }, {}],
    ['with layers', { Layers: ['arn:aws:lambda:ap-east-1:111122223333:layer:sdk:1'] }, {}],
    ['with variables', { Environment: { Variables: { NODE_OPTIONS: '--require /tmp/other.js' } } }, {}],
    ['by another function of the code', { Handler: 'index.other' }, {}],
    ['at another gateway', {}, { TransitGatewayId: 'tgw-0123456789abcdef0' }],
    ['of something else', {}, { ResourceId: 'vpn-0123456789abcdef0' }],
  ])('is not known %s', (_, change, wanted) => {
    expect(asked('a VPN connection', change, wanted)).toBe('unknown');
  });
});

test('a network beyond a line has the name that its template gives it', () => {
  const line = (id: string, more: object, metadata: object = {}): Resources =>
    resource(
      id,
      'AWS::EC2::VPNConnection',
      { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1', TransitGatewayId: ref('Hub'), ...more },
      { Metadata: metadata },
    );
  const tags = (Value: string) => ({ Tags: [{ Key: 'lionrock:zone', Value }] });
  const names = (...parts: Resources[]) => world(...HUB, ...parts).zones.map(({ name }) => name);
  expect(names(line('Line', tags('government-network')))).toContain('government-network');
  expect(names(line('Line', {}, { 'lionrock:zone': 'offices' }))).toContain('offices');
  expect(names(line('Line', tags('internet')))).toContain('beyond Line');
  expect(names(line('Line', tags('spoke/data')))).toContain('beyond Line');
});

test('a route to an attachment that is not known may lead to another gateway', () => {
  const net = world(
    ...HUB,
    vpc('Far', '192.168.0.0/16'),
    subnet('There', 'Far', '192.168.1.0/24'),
    group('Gfar', 'Far', 'udp 53 10.0.0.0/16'),
    instance('Server', 'There', ['Gfar']),
    resource('Other', 'AWS::EC2::TransitGateway', {}),
    resource('FarLink', 'AWS::EC2::TransitGatewayAttachment', {
      TransitGatewayId: ref('Other'),
      VpcId: ref('Far'),
      SubnetIds: [ref('There')],
    }),
  );
  const answer = ask(net, 'Web', 'Server', { port: 53, protocol: 'udp' });
  expect(answer.answer).toBe('unknown');
  expect(answer.unresolved).toContain('attachment tgw-attach-1 is not one that is known here');
  expect(ask(net, 'Web', 'Server', { port: 54, protocol: 'udp' }).answer).toBe('no');
});
