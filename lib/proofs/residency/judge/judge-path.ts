import { isRegion } from '../../../model';
import { at, get, isList, isMap, type Resource, type Value } from '../../../template';
import type { EgressPath } from '../catalogue';
import { leavesTo, STAYS, type Standpoint, type Way } from '../ways';
import type { Egress } from './egress';
import { APART, isHarmless, isMoot } from './exceptions';
import { judgeOf } from './predicates';
import { isSet, singles } from './set';

/** More places than this of one path and resource add nothing for the reader. */
const MAX_WAYS = 20;

/** The type itself is the finding: there is no such thing that stays in one region. */
const PRESENCE: ReadonlySet<string> = new Set([
  'AWS::Amplify::App',
  'AWS::CloudFront::DistributionTenant',
  'AWS::CloudFront::KeyValueStore',
  'AWS::CloudFront::StreamingDistribution',
  'AWS::EC2::ClientVpnEndpoint',
  'AWS::EC2::InternetGateway',
  'AWS::ECR::PublicRepository',
  'AWS::GlobalAccelerator::Accelerator',
  'AWS::Lightsail::Distribution',
  'AWS::Lightsail::Instance',
  'AWS::MemoryDB::MultiRegionCluster',
  'AWS::NetworkManager::GlobalNetwork',
  'AWS::QBusiness::Application',
  'AWS::RDS::GlobalCluster',
  'AWS::Route53RecoveryControl::Cluster',
  'AWS::SES::EmailIdentity',
  'AWS::SMSVOICE::ConfigurationSet',
]);

/** What one path of one resource comes to: every place to which it leads, or one result where it leads nowhere. */
export function judgePath(path: EgressPath, here: Standpoint): readonly Egress[] {
  const { resource } = here;
  if (path.wanted || saysNothing(path, resource) || isMoot(path, resource)) return NOTHING;
  const apart = APART[`${path.type} ${path.path}`];
  const found = path.ownRegion ? ownRegion(path, here) : apart ? apart(path, here) : byValue(path, here);
  return distinct(found.map((egress) => withinProfile(egress, here))).slice(0, MAX_WAYS);
}

const NOTHING: readonly Egress[] = [];

/** Name with which a path begins, for those that say nothing where it is not set: nearly all, on nearly all resources. */
const BEGINNINGS = new WeakMap<EgressPath, { readonly name: string | undefined }>();

function saysNothing(path: EgressPath, { properties }: Resource): boolean {
  let beginning = BEGINNINGS.get(path);
  if (!beginning) {
    const speaks =
      path.ownRegion === true ||
      path.byDefault === true ||
      path.predicate === 'absent' ||
      APART[`${path.type} ${path.path}`] !== undefined ||
      PRESENCE.has(path.type);
    beginning = { name: speaks ? undefined : firstName(path) };
    BEGINNINGS.set(path, beginning);
  }
  return beginning.name !== undefined && properties[beginning.name] === undefined;
}

function firstName({ path }: EgressPath): string {
  return path.split(/\[\]|\./, 1)[0] ?? path;
}

/** A service’s fixed region is that of the partition; where the profile allows it, nothing leaves. */
function withinProfile(egress: Egress, { profile }: Standpoint): Egress {
  if (!egress.leaves || !isRegion(egress.to)) return egress;
  const to = egress.to === egress.path.to && egress.to === 'us-east-1' ? profile.globalServicesRegion : egress.to;
  return profile.regions.includes(to) ? { ...egress, ...STAYS } : { ...egress, to };
}

/** It leads where the stack is. */
function ownRegion(path: EgressPath, { resource, profile }: Standpoint): readonly Egress[] {
  const { region } = resource.template;
  if (region === undefined || profile.regions.includes(region)) return [];
  return [{ ...leavesTo(region), path, resource, property: path.path, observed: region }];
}

function byValue(path: EgressPath, here: Standpoint): readonly Egress[] {
  const { resource } = here;
  const of = (way: Way, property: string, observed: Value | undefined): Egress => ({
    ...way,
    path,
    resource,
    property,
    observed,
  });
  if (path.predicate === 'present' && PRESENCE.has(path.type)) {
    return [of(leavesTo(path.to ?? ''), shownProperty(path, resource.properties), undefined)];
  }
  const values = singles(at(resource.properties, path.path)).filter(({ value }) => !isHarmless(path, value));
  const judged = values.flatMap(({ path: property, value }) =>
    judgeOf(path)(value, path, here).map((way) => of(way, property, value)),
  );
  if (judged.length > 0 || !isUnset(path, resource.properties)) return judged;
  const root = rootOf(path);
  return path.predicate === 'absent' || path.byDefault ? [of(leavesTo(path.to ?? ''), root, undefined)] : [];
}

function shownProperty(path: EgressPath, properties: { readonly [key: string]: Value }): string {
  const first = firstName(path);
  return isSet(properties[first]) === false ? '' : first;
}

/** Up to the first list. */
function rootOf({ path }: EgressPath): string {
  return path.split('[]')[0] ?? path;
}

function isUnset(path: EgressPath, properties: { readonly [key: string]: Value }): boolean {
  const value = get(properties, rootOf(path));
  if (isList(value)) return value.length === 0;
  return isSet(value) === false || (isMap(value) && Object.keys(value).length === 0);
}

function distinct(found: readonly Egress[]): readonly Egress[] {
  if (found.length < 2) return found;
  const byPlace = new Map<string, Egress>();
  for (const item of found) {
    const key = `${item.property} ${item.leaves === false ? '' : item.to} ${String(item.leaves)}`;
    if (!byPlace.has(key)) byPlace.set(key, item);
  }
  return [...byPlace.values()];
}
