import type { Trilean } from '../../../model';
import { DEFAULT_GROUP } from './groups';
import type { Origin, Place, SecurityGroup } from './model';
import type { Network } from './network';

/** A resource that wears the default security group of its VPC, which has rules. */
export interface Wearer {
  readonly origin: Origin;
  /** Why it is not sure that it does; undefined when it is. */
  readonly reason: string | undefined;
}

export function wearersOf({ places }: Pick<Network, 'places'>): readonly Wearer[] {
  const found = new Map<string, Wearer>();
  for (const place of places) {
    const { groups, origin } = place;
    const wears = wearsDefaultGroup(place);
    if (wears === false) continue;
    const reason = wears === true ? undefined : groups.reasons.join('; ');
    found.set(`${origin.template}#${origin.logicalId}`, { origin, reason });
  }
  return [...found.values()];
}

export function wearsDefaultGroup({ kind, groups }: Place): Trilean {
  if (kind !== 'resource' || !groups.groups.some(isOpenDefault)) return false;
  return groups.certain.some(isOpenDefault) || 'unknown';
}

function isOpenDefault({ key, ingress, egress }: SecurityGroup): boolean {
  return key.endsWith(DEFAULT_GROUP) && ingress.length + egress.length > 0;
}
