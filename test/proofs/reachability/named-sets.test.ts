import {
  ask,
  blocks,
  group,
  instance,
  internetGateway,
  ref,
  resource,
  subnet,
  table,
  vpc,
  world,
  type Resources,
} from './world';

const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Edge', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true }),
  subnet('Inner', 'Vpc', '10.0.2.0/24'),
  internetGateway('Igw', 'Vpc'),
  table('Open', 'Vpc', ['Edge'], ['0.0.0.0/0 GatewayId Igw']),
  group('Web', 'Vpc', 'tcp 443 0.0.0.0/0'),
];
const TOKEN = { MetadataOptions: { HttpTokens: 'required' } };

describe('what wears a default security group', () => {
  const worn = resource('Worn', 'AWS::EC2::Instance', { SubnetId: ref('Inner'), ...TOKEN });
  const peer = resource('Peer', 'AWS::EC2::Instance', { SubnetId: ref('Edge'), ...TOKEN });
  const web = instance('Server', 'Edge', ['Web'], TOKEN);

  test('is reached by what wears it too, and by nothing else', () => {
    const net = world(...NET, web, worn, peer);
    expect(ask(net, 'Server', 'default-groups').answer).toBe('no');
    expect(ask(net, 'internet', 'default-groups').answer).toBe('no');
    expect(ask(net, 'anywhere', 'default-groups').answer).toBe('yes');
    expect(ask(net, 'default-groups', 'internet', { port: 443 }).answer).toBe('yes');
  });

  test('is nothing where everything has groups of its own', () => {
    const answer = ask(world(...NET, web), 'anywhere', 'default-groups');
    expect(answer.answer).toBe('no');
    expect(blocks(answer)).toEqual(['these templates: nothing wears a default security group that has rules']);
  });
});

const WORN = { GroupId: ref('Web') };
const INTERFACE = { SubnetId: ref('Edge'), Groups: [ref('Web')] };

describe('metadata of instances', () => {
  const server = (id: string, options: object) => instance(id, 'Edge', ['Web'], options);
  const to = (...parts: readonly Resources[]) => ask(world(...NET, ...parts), 'internet', 'instance-metadata', {});

  test.each<[string, object, string]>([
    ['nothing said', {}, 'yes'],
    ['tokens optional', { MetadataOptions: { HttpTokens: 'optional' } }, 'yes'],
    ['tokens required', TOKEN, 'no'],
    ['turned off', { MetadataOptions: { HttpEndpoint: 'disabled' } }, 'no'],
    ['decided at deployment', { MetadataOptions: { HttpTokens: { 'Fn::ImportValue': 'Tokens' } } }, 'unknown'],
    ['a launch template that is not here', { LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }, 'unknown'],
  ])('are within reach of who can make a program fetch them: %s', (_, options, expected) => {
    expect(to(server('Server', options)).answer).toBe(expected);
  });

  test('are those of the launch template', () => {
    const launch = (tokens: string) => [
      resource('Launch', 'AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: { MetadataOptions: { HttpTokens: tokens } },
      }),
      server('Server', { LaunchTemplate: { LaunchTemplateId: ref('Launch'), Version: '1' } }),
    ];
    expect(to(...launch('required')).answer).toBe('no');
    expect(to(...launch('optional')).answer).toBe('yes');
  });

  test('are out of reach where nothing can speak to the instance', () => {
    expect(to(instance('Hidden', 'Inner', ['Web'])).answer).toBe('no');
  });

  const launch = (id: string, tokens: string) =>
    resource(id, 'AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { SecurityGroupIds: [ref('Web')], MetadataOptions: { HttpTokens: tokens } },
    });
  const named = (id: unknown) => ({ LaunchTemplateSpecification: { LaunchTemplateId: id, Version: '1' } });
  const fleet = (override: unknown) =>
    resource('Fleet', 'AWS::AutoScaling::AutoScalingGroup', {
      VPCZoneIdentifier: [ref('Edge')],
      MixedInstancesPolicy: { LaunchTemplate: { ...named(ref('Base')), Overrides: [named(override)] } },
    });

  test.each<[string, unknown, string]>([
    ['that asks for none', ref('Other'), 'yes'],
    ['that asks for one too', ref('Base'), 'no'],
    ['that is not here', 'lt-0123456789abcdef0', 'unknown'],
  ])('are asked of every launch template of a fleet, here an override %s', (_, override, expected) => {
    expect(to(launch('Base', 'required'), launch('Other', 'optional'), fleet(override)).answer).toBe(expected);
  });

  test.each([
    ['AWS::SageMaker::NotebookInstance', { SubnetId: ref('Edge'), SecurityGroupIds: [ref('Web')] }],
    ['AWS::Cloud9::EnvironmentEC2', { SubnetId: ref('Edge') }],
    ['AWS::EC2::EC2Fleet', { LaunchTemplateConfigs: [{ Overrides: [{ SubnetId: ref('Edge') }] }] }],
    [
      'AWS::EC2::SpotFleet',
      { SpotFleetRequestConfigData: { LaunchSpecifications: [{ SubnetId: ref('Edge'), SecurityGroups: [WORN] }] } },
    ],
    [
      'AWS::ECS::CapacityProvider',
      {
        ManagedInstancesProvider: {
          InstanceLaunchTemplate: {
            NetworkConfiguration: { Subnets: [ref('Edge')], SecurityGroups: [ref('Web')] },
          },
        },
      },
    ],
    ['AWS::GameLift::GameServerGroup', { VpcSubnets: [ref('Edge')], LaunchTemplate: { LaunchTemplateId: 'lt-1' } }],
    ['AWS::ImageBuilder::InfrastructureConfiguration', { SubnetId: ref('Edge'), SecurityGroupIds: [ref('Web')] }],
    ['AWS::OpsWorks::Instance', { SubnetId: ref('Edge') }],
    ['AWS::OpsWorksCM::Server', { SubnetIds: [ref('Edge')], SecurityGroupIds: [ref('Web')] }],
    ['AWS::PCS::ComputeNodeGroup', { SubnetIds: [ref('Edge')] }],
    ['AWS::WorkspacesInstances::WorkspaceInstance', { ManagedInstance: { NetworkInterfaces: [INTERFACE] } }],
  ])('are not known where a service has options of its own: %s', (type, properties) => {
    expect(ask(world(...NET, resource('Own', type, properties)), 'anywhere', 'instance-metadata').answer).not.toBe(
      'no',
    );
  });

  test.each([
    ['required', 'no'],
    // It does not say whether there are metadata at all.
    ['optional', 'unknown'],
  ])('are as an image builder says: tokens %s', (HttpTokens, expected) => {
    const builder = resource('Own', 'AWS::ImageBuilder::InfrastructureConfiguration', {
      SubnetId: ref('Edge'),
      SecurityGroupIds: [ref('Web')],
      InstanceMetadataOptions: { HttpTokens },
    });
    expect(ask(world(...NET, builder), 'anywhere', 'instance-metadata').answer).toBe(expected);
  });

  test.each(['169.254.169.254', '169.254.169.254/32', 'fd00:ec2::254'])('are not asked for by %s', (address) => {
    expect(() => ask(world(...NET, server('Server', {})), 'Server', address)).toThrow('Ask about instance-metadata');
  });
});
