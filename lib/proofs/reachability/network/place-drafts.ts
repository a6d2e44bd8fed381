import type { Trilean } from '../../../model';
import { asBoolean, asText, Reference, Unknown, type Graph, type Resource, type Value } from '../../../template';
import type { Standing } from '../addresses';
import { hasNoPublicFour, publicSixOf } from './balancer-addresses';
import { isLaunchedFromElsewhere, launchedFrom } from './launched-from';
import type { PlaceSource } from './place-source';
import { PLACE_SOURCES } from './places';
import { at, get, keyOf, namedBy, namedByIdOrArn, type Item, type Named } from './reading';
import { standingIn } from './stated-addresses';
import type { SubnetDraft, Survey } from './survey';

/** A resource in a subnet, before its address is worked out. */
export interface PlaceDraft {
  readonly resource: Resource;
  readonly subnet: SubnetDraft;
  readonly standing: Standing;
  /** Ids of security groups, as written; none: the default group of the VPC. */
  readonly groups: readonly Item[];
  /** Where the groups are written. */
  readonly groupsAt: Resource;
  readonly filtered: boolean;
  /** Whether AWS makes a security group of its own for it. */
  readonly isMade: boolean;
  readonly publicAddress: Trilean | 'subnet';
  readonly publicSix: Trilean;
  /** What it says of an address of the carrier's; undefined when nothing. */
  readonly carrierAddress: Trilean | undefined;
}

/** Every resource of the templates that puts network interfaces into subnets, once for each subnet. */
export function placeDrafts(graph: Graph, survey: Survey): readonly PlaceDraft[] {
  const addressed = addressedResources(graph);
  return Object.entries(PLACE_SOURCES).flatMap(([type, source]) =>
    graph.ofType(type).flatMap((resource) => draftsOf(graph, survey, resource, source, addressed)),
  );
}

function draftsOf(
  graph: Graph,
  survey: Survey,
  resource: Resource,
  source: PlaceSource,
  addressed: ReadonlySet<string>,
): readonly PlaceDraft[] {
  const { groups, groupsAt } = groupsOf(graph, resource, source);
  const subnets = subnetsOf(graph, resource, source);
  const vpc = vpcOf(graph, resource, groups);
  const publicAddress = hasNoPublicFour(resource)
    ? false
    : addressed.has(keyOf(resource)) || publicOf(graph, resource, source);
  const publicSix = publicSixOf(resource);
  const carrierAddress = carrierAddressOf(graph, resource);
  const filtered = !(
    resource.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer' &&
    groups.length === 0 &&
    isNetwork(resource)
  );
  const isMade = source.made === 'always' || (source.made !== undefined && groups.length === 0);
  return subnets.map((named) => {
    const subnet = survey.subnet(named, vpc);
    const standing = standingIn(graph, resource, subnet);
    return { resource, subnet, standing, groups, groupsAt, filtered, isMade, publicAddress, publicSix, carrierAddress };
  });
}

function subnetsOf(graph: Graph, resource: Resource, source: PlaceSource): readonly Named[] {
  const direct = source.subnets.flatMap((path) =>
    at(resource.properties, path).map(({ value }) => ({ value, home: resource })),
  );
  const found = new Map<string, Named>();
  for (const { value, home } of [...direct, ...groupSubnets(graph, resource, source)]) {
    for (const named of namedByIdOrArn(value, home)) found.set(named.key, named);
  }
  for (const named of interfaceSubnets(graph, resource)) found.set(named.key, named);
  if (found.size > 0 || !standsAnywhere(resource)) return [...found.values()];
  const reason = `${resource.logicalId} names no subnet and stands in the default VPC, which no template has`;
  return [{ key: `?default VPC of ${resource.template.account ?? resource.template.path}`, reason }];
}

/** Types that AWS puts into the default VPC when they name no subnet. */
function standsAnywhere({ type }: Resource): boolean {
  return /^AWS::(EC2::Instance|RDS::DBInstance|AutoScaling::AutoScalingGroup)$/.test(type);
}

function groupSubnets(
  graph: Graph,
  resource: Resource,
  source: PlaceSource,
): readonly { value: Value; home: Resource }[] {
  if (!source.subnetGroup) return [];
  const { path, subnets } = source.subnetGroup;
  const given = get(resource, path);
  if (given instanceof Reference) {
    const group = graph.follow(given);
    if (group) return at(group.properties, subnets).map(({ value }) => ({ value, home: group }));
  }
  return given === undefined ? [] : [{ value: given, home: resource }];
}

/** An instance may take interfaces that are resources of their own. */
function interfaceSubnets(graph: Graph, resource: Resource): readonly Named[] {
  if (resource.type !== 'AWS::EC2::Instance') return [];
  return at(resource.properties, 'NetworkInterfaces[].NetworkInterfaceId').flatMap(({ value }) => {
    const target = value instanceof Reference ? graph.follow(value) : undefined;
    return target ? namedBy(target.properties['SubnetId'], target) : namedBy(value, resource);
  });
}

interface Groups {
  readonly groups: readonly Item[];
  readonly groupsAt: Resource;
}

function groupsOf(graph: Graph, resource: Resource, source: PlaceSource): Groups {
  const own = source.groups.flatMap((path) => at(resource.properties, path));
  if (own.length > 0) return { groups: own, groupsAt: resource };
  const interfaces = at(resource.properties, 'NetworkInterfaces[].NetworkInterfaceId');
  for (const { value } of interfaces) {
    const target = value instanceof Reference ? graph.follow(value) : undefined;
    if (target) return { groups: at(target.properties, 'GroupSet[]'), groupsAt: target };
  }
  if (isLaunchedFromElsewhere(graph, resource)) {
    const reason = `what ${resource.logicalId} is launched from, and its security groups, are not in these templates`;
    return { groups: [{ value: new Unknown(reason), sure: true }], groupsAt: resource };
  }
  const launch = launchSource(graph, resource);
  return launch ? { groups: launch.groups, groupsAt: launch.resource } : { groups: own, groupsAt: resource };
}

/** The launch template or configuration of an instance or a fleet, with the groups that it names. */
function launchSource(graph: Graph, resource: Resource): { resource: Resource; groups: readonly Item[] } | undefined {
  const launch = launchedFrom(graph, resource);
  if (!launch) return undefined;
  const paths = [
    'LaunchTemplateData.SecurityGroupIds[]',
    'LaunchTemplateData.NetworkInterfaces[].Groups[]',
    'SecurityGroups[]',
    'SecurityGroupIds[]',
  ];
  return { resource: launch, groups: paths.flatMap((path) => at(launch.properties, path)) };
}

const LAUNCH_PUBLIC = ['LaunchTemplateData.NetworkInterfaces[].AssociatePublicIpAddress', 'AssociatePublicIpAddress'];

function publicOf(graph: Graph, resource: Resource, source: PlaceSource): Trilean | 'subnet' {
  if (source.publicAt) {
    const value = get(resource, source.publicAt.path);
    if (value !== undefined && value !== null) return source.publicAt.means[asText(value) ?? ''] ?? 'unknown';
  }
  const launch = launchedFrom(graph, resource);
  if (!launch) {
    return source.publicUnless === 'subnet' && isLaunchedFromElsewhere(graph, resource)
      ? 'unknown'
      : source.publicUnless;
  }
  for (const path of LAUNCH_PUBLIC) {
    const value = get(launch, path);
    if (value !== undefined) return asBoolean(value) ?? 'unknown';
  }
  return source.publicUnless;
}

/** Whether it is to have a carrier address. Source: AWS::EC2::Instance NetworkInterface, AssociateCarrierIpAddress. */
function carrierAddressOf(graph: Graph, resource: Resource): Trilean | undefined {
  const launch = launchedFrom(graph, resource);
  const path = 'NetworkInterfaces[].AssociateCarrierIpAddress';
  const own = get(resource, path) ?? (launch && get(launch, `LaunchTemplateData.${path}`));
  return own === undefined ? undefined : (asBoolean(own) ?? 'unknown');
}

/** Keys of resources that have an Elastic IP address. */
function addressedResources(graph: Graph): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [type, paths] of [
    ['AWS::EC2::EIP', ['InstanceId']],
    ['AWS::EC2::EIPAssociation', ['InstanceId', 'NetworkInterfaceId']],
  ] as const) {
    for (const resource of graph.ofType(type)) {
      for (const path of paths) for (const { key } of namedBy(resource.properties[path], resource)) keys.add(key);
    }
  }
  for (const instance of graph.ofType('AWS::EC2::Instance')) {
    const interfaces = at(instance.properties, 'NetworkInterfaces[].NetworkInterfaceId');
    if (interfaces.some(({ value }) => namedBy(value, instance).some(({ key }) => keys.has(key))))
      keys.add(keyOf(instance));
  }
  return keys;
}

function isNetwork(resource: Resource): boolean {
  return asText(get(resource, 'Type')) === 'network' || asText(get(resource, 'Type')) === 'gateway';
}

/** The VPC that a resource is in, where its groups tell. */
function vpcOf(graph: Graph, resource: Resource, groups: readonly Item[]): Named | undefined {
  const [direct] = namedBy(resource.properties['VpcId'], resource);
  if (direct) return direct;
  for (const { value } of groups) {
    const group = value instanceof Reference ? graph.follow(value) : undefined;
    const [named] = group?.type === 'AWS::EC2::SecurityGroup' ? namedBy(group.properties['VpcId'], group) : [];
    if (named) return named;
  }
  return undefined;
}
