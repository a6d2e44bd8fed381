import { ZONE_TAG, type Trilean } from '../../model';
import type { Profile } from '../../profiles';
import { asText, type Resource } from '../../template';
import { at, fail, pass, unknown, type Found } from '../check';
import type { RuleResult } from '../rule';

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

/** The result for a property that only zones facing the internet may have. @param faces Whether they face it. */
export function facingResult(found: Found, faces: Trilean, expected: string): RuleResult {
  if (faces === 'unknown') {
    const because = 'the zone of a subnet is named at deployment, or the profile states no zone model';
    return { ...unknown(found, expected), because };
  }
  return faces ? pass(found, expected) : fail(found, expected);
}
