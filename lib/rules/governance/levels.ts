import { compareClassification, type LandingZoneMarker } from '../../model';
import type { Profile } from '../../profiles';

/** The level of a profile that a text names, whatever its case; undefined when it names none. */
export function levelOf(text: string, { classification }: Profile): string | undefined {
  return classification.levels.find((level) => level.toLowerCase() === text.toLowerCase());
}

/** Whether a level is as sensitive as another or more. */
export function reaches(level: string, lowest: string, { classification }: Profile): boolean {
  return compareClassification(classification, level, lowest) >= 0;
}

/** Whether a level is within a ceiling. */
export function isWithin(level: string, ceiling: string, { classification }: Profile): boolean {
  return compareClassification(classification, level, ceiling) <= 0;
}

/** Highest level for what a marker says of the deployment; undefined where the profile states none. */
export function ceilingOf({ deploymentModel }: LandingZoneMarker, { ceilings }: Profile): string | undefined {
  return new Map(Object.entries(ceilings)).get(deploymentModel)?.value;
}

const HIGHEST = new WeakMap<Profile, { readonly level: string | undefined }>();

/** Highest level that the profile lets into any deployment; undefined where one of its ceilings is not stated. */
export function highestCeiling(profile: Profile): string | undefined {
  const known = HIGHEST.get(profile) ?? { level: highestOf(profile) };
  HIGHEST.set(profile, known);
  return known.level;
}

function highestOf(profile: Profile): string | undefined {
  const ceilings = Object.values(profile.ceilings).map(({ value }) => value);
  return ceilings.reduce<string | undefined>((highest, next, index) => {
    if (next === undefined || (index > 0 && highest === undefined)) return undefined;
    return highest === undefined || reaches(next, highest, profile) ? next : highest;
  }, undefined);
}
