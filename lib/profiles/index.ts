import { hkS17 } from './hk-s17/profile';
import type { Profile } from './profile';

export * from './profile';

export const DEFAULT_PROFILE = 'hk-s17';

const PROFILES: readonly Profile[] = [hkS17];

export const PROFILE_IDS: readonly string[] = PROFILES.map((profile) => profile.id);

/**
 * Finds a profile by its id.
 * @throws Error that lists the known profiles when there is none of that name.
 */
export function profileById(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (!found) throw new Error(`unknown profile "${id}": expected one of ${PROFILE_IDS.join(', ')}`);
  return found;
}
