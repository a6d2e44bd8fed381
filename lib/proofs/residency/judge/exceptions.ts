import { cidrContains, parseCidr } from '../../../model';
import {
  asText,
  at,
  get,
  isList,
  isMap,
  parseJsonText,
  Reference,
  Unknown,
  type Resource,
  type Value,
} from '../../../template';
import type { EgressPath } from '../catalogue';
import { arnWay, bucketWay, leavesTo, STAYS, unknownWay, type Standpoint, type Way } from '../ways';
import type { Egress } from './egress';
import { isSet } from './set';

/** Whether a path is beside the point for a resource as it is: switched off, of another kind. */
export function isMoot({ path, type }: EgressPath, resource: Resource): boolean {
  return MOOT[`${type} ${path}`]?.(resource.properties) ?? false;
}

const isOff = (properties: Resource['properties']): boolean =>
  asText(get(properties, 'DistributionConfig.Enabled')) === 'false';

const MOOT: Readonly<Record<string, (properties: Resource['properties']) => boolean>> = {
  'AWS::CloudFront::Distribution DistributionConfig.ViewerCertificate.AcmCertificateArn': isOff,
  'AWS::ElasticLoadBalancingV2::LoadBalancer Scheme': (properties) => asText(properties['Type']) === 'gateway',
  'AWS::SNS::Subscription Endpoint': (properties) =>
    /^(email|sms|http|application)/.test(asText(properties['Protocol']) ?? ''),
  'AWS::CodeBuild::Project Source.Location': (properties) =>
    /^(S3|NO_SOURCE|CODEPIPELINE)$/.test(asText(get(properties, 'Source.Type')) ?? ''),
  'AWS::CodeBuild::Project Artifacts.Location': (properties) => asText(get(properties, 'Artifacts.Type')) !== 'S3',
};

/** Values that a path holds beside those that lead out: stores of AWS, targets within. */
const HARMLESS: Readonly<Record<string, RegExp>> = {
  'AWS::AppFlow::Flow DestinationFlowConfigList[].ConnectorType':
    /^(S3|Redshift|EventBridge|CustomerProfiles|LookoutMetrics)$/,
  'AWS::EC2::Route GatewayId': /^(local|vpce-.*)$/,
};

export function isHarmless({ path, type }: EgressPath, value: Value): boolean {
  return HARMLESS[`${type} ${path}`]?.test(asText(value) ?? '') ?? false;
}

/** Paths that cannot be judged by their own value alone. */
export const APART: Readonly<Record<string, (path: EgressPath, at: Standpoint) => readonly Egress[]>> = {
  'AWS::CloudFront::Distribution DistributionConfig.Origins[].DomainName': distribution,
  'AWS::ElasticLoadBalancingV2::TargetGroup Targets[].AvailabilityZone': target,
  'AWS::OpenSearchServerless::SecurityPolicy Policy': publicCollection,
  'AWS::S3::Bucket ReplicationConfiguration.Rules[].Destination.Bucket': replication,
  'AWS::ElasticLoadBalancingV2::LoadBalancer LoadBalancerAttributes[].Value': logsOfBalancer,
  'AWS::EC2::Route GatewayId': gateway,
  'AWS::ImageBuilder::DistributionConfiguration Distributions[].AmiDistributionConfiguration': imageSharing,
};

/** The bucket’s own region decides; where nothing tells it, that of the key under which the replica is kept. */
function replication(path: EgressPath, here: Standpoint): readonly Egress[] {
  const { resource } = here;
  return at(resource.properties, 'ReplicationConfiguration.Rules[].Destination').map((found) => {
    const bucket = get(found.value, 'Bucket') ?? new Unknown('the destination has no bucket');
    const way = bucketWay(bucket, here);
    const key = get(found.value, 'EncryptionConfiguration.ReplicaKmsKeyID');
    const byKey = way.leaves !== true && key !== undefined ? keyWay(key, here) : undefined;
    return { ...(byKey ?? way), path, resource, property: `${found.path}.Bucket`, observed: bucket };
  });
}

/** Undefined where the key’s name tells no region. */
function keyWay(key: Value, here: Standpoint): Way | undefined {
  const way = arnWay(key, here);
  const tells = key instanceof Reference || way.leaves === true || asText(key)?.startsWith('arn:') === true;
  return tells && way.leaves !== 'unknown' ? way : undefined;
}

function logsOfBalancer(path: EgressPath, here: Standpoint): readonly Egress[] {
  const { resource } = here;
  return at(resource.properties, 'LoadBalancerAttributes[]').flatMap(({ path: property, value }) => {
    if (!/^(access|connection)_logs\.s3\.bucket$/.test(asText(get(value, 'Key')) ?? '')) return [];
    const bucket = get(value, 'Value');
    if (bucket === undefined || bucket === null) return [];
    return [{ ...bucketWay(bucket, here), path, resource, property: `${property}.Value`, observed: bucket }];
  });
}

/** A route to a virtual private gateway leads to a network of one’s own, one to the internet out. */
function gateway(path: EgressPath, here: Standpoint): readonly Egress[] {
  const { resource, graph } = here;
  return at(resource.properties, path.path).flatMap(({ path: property, value }) => {
    if (isSet(value) === false || value === undefined || isHarmless(path, value)) return [];
    const target = value instanceof Reference ? graph.follow(value) : undefined;
    const isPrivate = target?.type === 'AWS::EC2::VPNGateway' || asText(value)?.startsWith('vgw-') === true;
    const way =
      value instanceof Unknown
        ? unknownWay(value.reason, path.to)
        : leavesTo(isPrivate ? 'outside AWS' : (path.to ?? ''), target);
    return [{ ...way, path, resource, property, observed: value }];
  });
}

const SHARES = ['TargetAccountIds', 'LaunchPermissionConfiguration'];

function imageSharing(path: EgressPath, here: Standpoint): readonly Egress[] {
  const { resource } = here;
  return at(resource.properties, path.path).flatMap(({ path: property, value }) => {
    const isShared = isMap(value) ? SHARES.some((key) => isSet(value[key]) !== false) : false;
    return [{ ...(isShared ? leavesTo(path.to ?? '') : STAYS), path, resource, property, observed: value }];
  });
}

/** A distribution that is switched off delivers nothing. */
function distribution(path: EgressPath, { resource }: Standpoint): readonly Egress[] {
  const property = 'DistributionConfig.Enabled';
  const observed = get(resource.properties, property);
  if (asText(observed) === 'false') return [];
  const way = observed instanceof Unknown ? unknownWay(observed.reason, path.to) : leavesTo(path.to ?? '');
  return [{ ...way, path, resource, property: way.leaves === true ? '' : property, observed }];
}

/** An address in a VPC of these templates is inside, whichever VPC it is. */
function target(path: EgressPath, { resource, graph }: Standpoint): readonly Egress[] {
  const blocks = graph
    .ofType('AWS::EC2::VPC')
    .flatMap(({ properties }) => parseCidr(asText(properties['CidrBlock']) ?? '') ?? []);
  return at(resource.properties, 'Targets[]').flatMap(({ path: place, value }) => {
    const zone = get(value, 'AvailabilityZone');
    if (zone === undefined) return [];
    const address = parseCidr(`${asText(get(value, 'Id')) ?? ''}/32`);
    const isInside = address !== undefined && blocks.some((block) => cidrContains(block, address));
    const open = zone instanceof Unknown ? unknownWay(zone.reason, path.to) : STAYS;
    const way = asText(zone) === 'all' && !isInside ? leavesTo(path.to ?? '') : open;
    return [{ ...way, path, resource, property: `${place}.AvailabilityZone`, observed: zone }];
  });
}

function publicCollection(path: EgressPath, { resource }: Standpoint): readonly Egress[] {
  const policy = resource.properties['Policy'];
  if (policy === undefined || policy === null) return [];
  const text = asText(policy);
  const parsed =
    text === undefined ? policy : (parseJsonText(text) ?? new Unknown('the policy is text that is not JSON'));
  const found = at(isList(parsed) ? { Rules: parsed } : { Rules: [parsed] }, 'Rules[].AllowFromPublic').map(
    ({ value }) =>
      asText(value) === 'true'
        ? leavesTo(path.to ?? '')
        : value instanceof Unknown
          ? unknownWay(value.reason, path.to)
          : STAYS,
  );
  return found.map((way) => ({ ...way, path, resource, property: 'Policy', observed: policy }));
}
