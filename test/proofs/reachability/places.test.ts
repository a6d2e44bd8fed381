import { PLACE_SOURCES } from '../../../lib/proofs/reachability/network/places';
import {
  ask,
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

/** Properties in which a value stands at each path: `Config.SubnetIds[]`. */
function propertiesOf(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [path, value] of values) put(result, path.split('.'), value);
  return result;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  const name = step.replace('[]', '');
  if (rest.length === 0) into[name] = step.endsWith('[]') ? [value] : value;
  else {
    const known = into[name];
    const next = (Array.isArray(known) ? known[0] : known) ?? {};
    into[name] = step.endsWith('[]') ? [next] : next;
    put(next as Record<string, unknown>, rest, value);
  }
}

const NET = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Net', 'Vpc', '10.0.1.0/24'),
  group('Own', 'Vpc', 'tcp 443 10.0.0.0/16', 'tcp 443 10.0.0.0/16'),
  subnet('Other', 'Vpc', '10.0.2.0/24'),
];

// Each by the resource schema of its type, as `lib/proofs/reachability/network/places.ts` reads it.
const ALL = Object.entries(PLACE_SOURCES).map(([type, source]) => ({ type, ...source }));

function netOf({ type, subnets, groups, subnetGroup }: (typeof ALL)[number]) {
  const values = new Map<string, unknown>([
    ...subnets.slice(0, 1).map((path) => [path, ref('Net')] as const),
    ...groups.slice(0, 1).map((path) => [path, ref('Own')] as const),
    ...(subnetGroup ? [[subnetGroup.path, ref('Subnets')] as const] : []),
    ...(type === 'AWS::EC2::VPCEndpoint' ? [['VpcEndpointType', 'Interface'] as const] : []),
  ]);
  const list = subnetGroup ? { [subnetGroup.subnets.replace('[]', '')]: [ref('Net')] } : {};
  return world(
    ...NET,
    resource('Subnets', 'AWS::RDS::DBSubnetGroup', list),
    resource('It', type, propertiesOf(values)),
  );
}

test.each(ALL.filter(({ groups }) => groups.length > 0))(
  '$type stands in its subnet, and wears its groups',
  (source) => {
    const net = netOf(source);
    expect(ask(net, '10.0.2.0/24', 'It', { port: 443 }).answer).toBe('yes');
    expect(ask(net, '10.0.2.0/24', 'It', { port: 22 }).answer).toBe(source.made === 'always' ? 'unknown' : 'no');
  },
);

test.each(ALL.filter(({ groups }) => groups.length === 0))('$type stands in its subnet', (source) => {
  const { answer } = ask(netOf(source), '10.0.2.0/24', 'It');
  expect(answer).toBe(source.made === undefined ? 'no' : 'unknown');
});

/** A subnet that leads to the internet, and in which nothing has a public address by itself. */
const OPEN = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Net', 'Vpc', '10.0.1.0/24'),
  group('Own', 'Vpc', 'tcp 443 0.0.0.0/0'),
  internetGateway('Igw', 'Vpc'),
  table('Out', 'Vpc', ['Net'], ['0.0.0.0/0 GatewayId Igw']),
];
const reached = (...parts: readonly Resources[]) => ask(world(...OPEN, ...parts), 'internet', 'It').answer;

const WORN = { SubnetIds: [ref('Net')], SecurityGroupIds: [ref('Own')] };
const awsvpc = (more: object) => ({ Subnets: [ref('Net')], SecurityGroups: [ref('Own')], ...more });
const targets = (...modes: readonly string[]) => ({
  Targets: modes.map((AssignPublicIp) => ({
    EcsParameters: { NetworkConfiguration: { AwsVpcConfiguration: awsvpc({ AssignPublicIp }) } },
  })),
});
const scheduled = (more: object) => ({
  Target: { EcsParameters: { NetworkConfiguration: { AwsvpcConfiguration: awsvpc(more) } } },
});
const piped = (more: object) => ({
  TargetParameters: { EcsTaskParameters: { NetworkConfiguration: { AwsvpcConfiguration: awsvpc(more) } } },
});

// CloudFormation template reference of each type: AssignPublicIp, PubliclyAccessible, EnableDefaultInternetAccess,
// PublicAddressAllocationIds. Of the last, whose addresses they are is not asked.
test.each<[string, object, string]>([
  ['AWS::Events::Rule', targets('ENABLED'), 'yes'],
  ['AWS::Events::Rule', targets('DISABLED'), 'no'],
  ['AWS::Events::Rule', targets('DISABLED', 'ENABLED'), 'unknown'],
  ['AWS::Scheduler::Schedule', scheduled({ AssignPublicIp: 'ENABLED' }), 'yes'],
  ['AWS::Scheduler::Schedule', scheduled({}), 'no'],
  ['AWS::Pipes::Pipe', piped({ AssignPublicIp: 'ENABLED' }), 'yes'],
  ['AWS::Pipes::Pipe', piped({ AssignPublicIp: { 'Fn::ImportValue': 'Assign' } }), 'unknown'],
  ['AWS::M2::Environment', { ...WORN, PubliclyAccessible: true }, 'yes'],
  ['AWS::M2::Environment', { ...WORN, PubliclyAccessible: false }, 'no'],
  ['AWS::AppStream::Fleet', { VpcConfig: WORN, EnableDefaultInternetAccess: true }, 'yes'],
  ['AWS::AppStream::ImageBuilder', { VpcConfig: WORN, EnableDefaultInternetAccess: true }, 'yes'],
  ['AWS::AppStream::AppBlockBuilder', { VpcConfig: WORN }, 'no'],
  ['AWS::MediaLive::Channel', { Vpc: { ...WORN, PublicAddressAllocationIds: ['eipalloc-1'] } }, 'unknown'],
  ['AWS::MediaLive::Channel', { Vpc: WORN }, 'no'],
])('%s %j has a public address as it says: %s', (type, properties, expected) => {
  expect(reached(resource('It', type, properties))).toBe(expected);
});

test('nodes of AWS PCS have the public addresses that their subnet gives to instances', () => {
  const nodes = resource('It', 'AWS::PCS::ComputeNodeGroup', { SubnetIds: [ref('Net')] });
  expect(reached(nodes)).toBe('no');
  expect(reached(nodes, subnet('Net', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true }))).toBe('unknown');
});

// AWS::EC2::LaunchTemplate NetworkInterface, AssociatePublicIpAddress.
test('what is launched from a template of elsewhere may have a public address', () => {
  const launched = (more: object) => instance('It', 'Net', ['Own'], more);
  expect(reached(launched({}))).toBe('no');
  expect(reached(launched({ LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }))).toBe('unknown');
  expect(reached(launched({ LaunchTemplate: { LaunchTemplateName: 'other', Version: '1' } }))).toBe('unknown');
});

test('subnets and groups are known by their ARNs', () => {
  const arn = (what: string) => ({
    'Fn::Sub': `arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:${what}`,
  });
  const agent = resource('It', 'AWS::DataSync::Agent', {
    SubnetArns: [arn('subnet/${Net}')],
    SecurityGroupArns: [arn('security-group/${Own.GroupId}')],
  });
  const net = world(...NET, agent);
  expect(ask(net, '10.0.2.0/24', 'It', { port: 443 }).answer).toBe('yes');
  expect(ask(net, '10.0.2.0/24', 'It', { port: 22 }).answer).toBe('no');
});
