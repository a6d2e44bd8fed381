import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';

/** A check of meaning: what the schema cannot say. Pure: the same config gives the same problems. */
export type Check = (config: LandingZoneConfig) => readonly ProblemDraft[];

/** A check of meaning against the rules of a jurisdiction. */
export type ProfileCheck = (config: LandingZoneConfig, profile: Profile) => readonly ProblemDraft[];
