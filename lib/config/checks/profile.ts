import { PROFILE_IDS } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import { reference } from './reference';

/** The profile is one that is known. */
export function profileProblems(config: LandingZoneConfig): readonly ProblemDraft[] {
  const known = PROFILE_IDS.map((name) => ({ name }));
  return reference(['profile'], config.profile, 'a profile', known, 'write the name of a known profile');
}
