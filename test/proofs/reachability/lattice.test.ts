import { acl, ask, blocks, group, instance, ref, resource, subnet, vpc, way, world, type Resources } from './world';

const L = 'AWS::VpcLattice::';
const attribute = (id: string, name = 'Id') => ({ 'Fn::GetAtt': [id, name] });

/** A client and a service in VPCs of the same addresses, that a service network joins. */
const NET: Resources[] = [
  vpc('Here', '10.0.0.0/16'),
  subnet('Near', 'Here', '10.0.1.0/24'),
  group('Gclient', 'Here', ''),
  instance('Client', 'Near', ['Gclient'], { PrivateIpAddress: '10.0.1.10' }),
  vpc('There', '10.0.0.0/16'),
  subnet('Far', 'There', '10.0.2.0/24'),
  group('Gapp', 'There', 'tcp 8080 169.254.171.0/24'),
  instance('App', 'Far', ['Gapp']),
  resource('Network', `${L}ServiceNetwork`, {}),
  resource('Service', `${L}Service`, {}),
  resource('Offer', `${L}ServiceNetworkServiceAssociation`, {
    ServiceNetworkIdentifier: attribute('Network'),
    ServiceIdentifier: attribute('Service'),
  }),
  resource('Listener', `${L}Listener`, {
    ServiceIdentifier: attribute('Service'),
    Protocol: 'HTTPS',
    DefaultAction: { Forward: { TargetGroups: [{ TargetGroupIdentifier: attribute('Targets'), Weight: 1 }] } },
  }),
  resource('Targets', `${L}TargetGroup`, {
    Type: 'INSTANCE',
    Config: { VpcIdentifier: ref('There'), Port: 8080, Protocol: 'HTTP' },
    Targets: [{ Id: ref('App') }],
  }),
];
const association = (properties: object = {}) =>
  resource('Join', `${L}ServiceNetworkVpcAssociation`, {
    ServiceNetworkIdentifier: attribute('Network'),
    VpcIdentifier: ref('Here'),
    ...properties,
  });
const from = (...parts: Resources[]) => ask(world(...NET, association(), ...parts), 'Client', 'App');

// Amazon VPC Lattice user guide, How VPC Lattice works; Control traffic in VPC Lattice using security groups
// https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html
describe('a service of VPC Lattice', () => {
  test('is reached from an associated VPC, on the port of its listener', () => {
    const answer = from();
    expect(answer.answer).toBe('yes');
    expect(answer.through).toHaveLength(1);
    expect(way(answer)).toEqual(expect.arrayContaining(['Join', 'Listener', 'Service', 'Targets', 'Gapp', 'App']));
    expect(ask(world(...NET, association()), 'Client', 'App', { port: 80 }).answer).toBe('no');
  });

  test('is out of reach of a VPC that is not associated, and of a network that does not have it', () => {
    expect(ask(world(...NET), 'Client', 'App').answer).toBe('no');
    const other = association({ ServiceNetworkIdentifier: attribute('Other') });
    expect(from(resource('Other', `${L}ServiceNetwork`, {}), other).answer).toBe('no');
  });

  test.each([
    [
      'the client’s group lets nothing out',
      group('Gclient', 'Here', '', 'tcp 443 10.0.0.0/8'),
      'security group Gclient: no rule lets this out of Client',
    ],
    [
      'the target’s group does not let Lattice in',
      group('Gapp', 'There', 'tcp 8080 10.0.0.0/8'),
      'security group Gapp: no rule lets this in to App',
    ],
    [
      'an ACL of the client’s subnet drops it',
      acl('Acl', 'Here', ['Near'], ['out 1 allow tcp 443 10.0.0.0/8', 'in 1 allow all any 0.0.0.0/0']),
      'network ACL Acl: does not let this out of subnet Near',
    ],
    [
      'an ACL of the target’s subnet drops the answers',
      acl('Acl', 'There', ['Far'], ['in 1 allow all any 0.0.0.0/0', 'out 1 allow all any 10.0.0.0/8']),
      'network ACL Acl: does not let this out of subnet Far',
    ],
  ])('is out of reach where %s', (_, part, block) => {
    const closed = from(part);
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toContain(block);
  });

  test('is reached by those that the groups of the association let in', () => {
    const guarded = association({ SecurityGroupIds: [ref('Gjoin')] });
    expect(from(guarded, group('Gjoin', 'Here', 'tcp 443 Gclient')).answer).toBe('yes');
    expect(from(guarded, group('Gjoin', 'Here', 'tcp 443 10.0.1.10/32')).answer).toBe('yes');
    const closed = from(guarded, group('Gjoin', 'Here', 'tcp 443 10.0.9.0/24'));
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toContain('security group Gjoin: no rule lets this in to Join');
  });

  // The addresses of AWS’s prefix list are in no template.
  test('may be reached where the target’s group names a prefix list that no template has', () => {
    const listed = resource('Gapp', 'AWS::EC2::SecurityGroup', {
      VpcId: ref('There'),
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, SourcePrefixListId: 'pl-0123456789abcdef0' },
      ],
    });
    expect(from(listed).answer).toBe('unknown');
    expect(ask(world(...NET, association(), listed), 'Client', 'App', { port: 22 }).answer).toBe('no');
  });

  // Amazon VPC Lattice user guide, Control access to VPC Lattice services using auth policies
  // https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
  test('says when it depends on authorisation', () => {
    const answer = from(resource('Service', `${L}Service`, { AuthType: 'AWS_IAM' }));
    expect(answer.answer).toBe('yes');
    expect(answer.witness.find(({ logicalId }) => logicalId === 'Service')?.why).toContain('depends on authorisation');
  });

  test('calls functions', () => {
    const called = resource('Targets', `${L}TargetGroup`, {
      Type: 'LAMBDA',
      Targets: [{ Id: attribute('Handler', 'Arn') }],
    });
    const net = world(...NET, association(), called, resource('Handler', 'AWS::Lambda::Function', {}));
    expect(ask(net, 'Client', 'Handler').answer).toBe('yes');
  });

  test('leads on by the rules of its listener', () => {
    const refusing = resource('Listener', `${L}Listener`, {
      ServiceIdentifier: attribute('Service'),
      Protocol: 'HTTPS',
      DefaultAction: { FixedResponse: { StatusCode: 404 } },
    });
    const rule = resource('Rule', `${L}Rule`, {
      ServiceIdentifier: attribute('Service'),
      ListenerIdentifier: attribute('Listener'),
      Priority: 1,
      Action: { Forward: { TargetGroups: [{ TargetGroupIdentifier: attribute('Targets') }] } },
    });
    expect(from(refusing).answer).toBe('no');
    expect(from(refusing, rule).answer).toBe('yes');
  });

  // Amazon VPC Lattice user guide, Manage VPC endpoint associations
  test('is reached by an endpoint of its service network', () => {
    const endpoint = resource('Endpoint', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'ServiceNetwork',
      VpcId: ref('Here'),
      SubnetIds: [ref('Near')],
      SecurityGroupIds: [ref('Gend')],
      ServiceNetworkArn: attribute('Network', 'Arn'),
    });
    const net = (rules: string) => world(...NET, endpoint, group('Gend', 'Here', rules));
    expect(ask(net('tcp 443 Gclient'), 'Client', 'App').answer).toBe('yes');
    expect(ask(net('tcp 80 Gclient'), 'Client', 'App').answer).toBe('no');
  });
});
