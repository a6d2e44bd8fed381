import type { Profile } from '../profile';
import type { ExtensionProblem } from './problem';
import type { ProfileExtension } from './schema';

/** Regions are left out, never added; a zone model is filled in, or gets zones that do not face the internet. */
export function placeProblems(base: Profile, extension: ProfileExtension): readonly ExtensionProblem[] {
  return [...regionProblems(base, extension.regions ?? []), ...zoneProblems(base, extension.zones ?? [])];
}

function regionProblems(base: Profile, regions: readonly string[]): readonly ExtensionProblem[] {
  return regions.flatMap((region, index) =>
    base.regions.includes(region)
      ? []
      : [
          {
            path: ['regions', index],
            message: `${region} is not a region of ${base.id}`,
            expected: base.regions.join(' or '),
            remedy: 'remove it; what must leave the regions of a profile is declared as a transfer',
          },
        ],
  );
}

function zoneProblems(base: Profile, zones: NonNullable<ProfileExtension['zones']>): readonly ExtensionProblem[] {
  return zones.flatMap((zone, index): ExtensionProblem[] => {
    const path = ['zones', index];
    const names = zones.map(({ name }) => name);
    if (names.indexOf(zone.name) !== index) {
      const message = `the zone "${zone.name}" is listed twice`;
      return [{ path: [...path, 'name'], message, expected: 'each zone once', remedy: 'remove it' }];
    }
    if (base.zones.some(({ name }) => name === zone.name)) {
      const message = `the zone "${zone.name}" stands in the model of ${base.id}`;
      return [{ path: [...path, 'name'], message, expected: 'a zone beside the model', remedy: 'remove it' }];
    }
    if (base.zones.length === 0 || !zone.internetFacing) return [];
    const message = `the zone "${zone.name}" faces the internet, beside those that ${base.id} lets face it`;
    const facing = base.zones.flatMap(({ name, internetFacing }) => (internetFacing ? [name] : []));
    const remedy = `set internetFacing: false, and let the internet in by ${facing.join(' or ')}`;
    return [{ path: [...path, 'internetFacing'], message, expected: 'false', remedy }];
  });
}
