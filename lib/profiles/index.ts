import { ALL_PROFILES } from './all-profiles';
import type { Profile } from './profile';

export * from './extension';
export * from './profile';

export const DEFAULT_PROFILE = 'hk-s17';

/** Ids of the built-in profiles, the default first. */
export const PROFILE_IDS: readonly string[] = [
  DEFAULT_PROFILE,
  ...ALL_PROFILES.map((profile) => profile.id).filter((id) => id !== DEFAULT_PROFILE),
];

/**
 * Finds a profile by its id.
 * @throws Error that lists the known profiles when there is none of that name.
 */
export function profileById(id: string): Profile {
  const found = ALL_PROFILES.find((profile) => profile.id === id);
  if (!found) throw new Error(`unknown profile "${id}": expected one of ${PROFILE_IDS.join(', ')}`);
  return found;
}
