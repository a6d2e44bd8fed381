import type { Trilean } from '../../model';
import type { Profile } from '../../profiles';
import { asText, Reference, type Graph, type Resource, type Value } from '../../template';
import { at } from '../check';

const ZONE_TAG = 'lionrock:zone';

/** Names of the zones that may face the internet. */
export function facingZones({ zones }: Profile): readonly string[] {
  return zones.filter(({ internetFacing }) => internetFacing).map(({ name }) => name);
}

/** Whether a zone, which may stand behind the name of its VPC (`portal/data`), is one of these. */
export function isOneOf(zones: readonly string[], zone: string): boolean {
  return zones.includes(zone.slice(zone.lastIndexOf('/') + 1));
}

/** For each zone that a subnet says it belongs to, whether it may face the internet; nothing for a subnet without one. */
export function mayFace({ properties }: Resource, profile: Profile): readonly Trilean[] {
  const facing = facingZones(profile);
  return at(properties, 'Tags[]').flatMap(({ value: tag }): readonly Trilean[] => {
    if (asText(at(tag, 'Key')[0]?.value) !== ZONE_TAG) return [];
    const zone = asText(at(tag, 'Value')[0]?.value);
    return [zone === undefined || profile.zones.length === 0 ? 'unknown' : facing.includes(zone)];
  });
}

/** What a property refers to. */
export function referred(value: Value | undefined, graph: Graph): Resource | undefined {
  return value instanceof Reference ? graph.follow(value) : undefined;
}

export const WHY_OPEN = 'the zone of a subnet is named at deployment, or the profile states no zone model';
