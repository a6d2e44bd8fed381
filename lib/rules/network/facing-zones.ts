import type { Profile } from '../../profiles';

/** Names of the zones that may face the internet. */
export function facingZones({ zones }: Profile): readonly string[] {
  return zones.filter(({ internetFacing }) => internetFacing).map(({ name }) => name);
}

/** Whether a zone, which may stand behind the name of its VPC (`portal/data`), is one of these. */
export function isOneOf(zones: readonly string[], zone: string): boolean {
  return zones.includes(zone.slice(zone.lastIndexOf('/') + 1));
}
