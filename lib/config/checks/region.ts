import { isRegion, nearest } from '../../model';
import type { ProblemDraft } from '../problem';
import { oneOf } from '../shape';
import type { ProfileCheck } from './check';

/** The home region exists and the profile allows it; the availability zones are different ones of that region. */
export const checkRegion: ProfileCheck = (config, profile) => {
  const { homeRegion } = config;
  const allowed = oneOf(profile.regions);
  const path = ['homeRegion'];
  const expected = `a region of the profile ${profile.id}: ${allowed}`;
  if (!isRegion(homeRegion)) {
    const meant = nearest(homeRegion, profile.regions);
    const message = `"${homeRegion}" is not an AWS region${meant ? `: did you mean "${meant}"?` : ''}`;
    return [{ path, message, expected, remedy: `write ${meant ?? allowed}` }];
  }
  if (!profile.regions.includes(homeRegion)) {
    const message = `region ${homeRegion} is outside the profile ${profile.id} (${profile.title})`;
    return [{ path, message, expected, remedy: `build in ${allowed}, or choose another profile` }];
  }
  return zoneProblems(config.availabilityZones, homeRegion);
};

function zoneProblems(zones: readonly string[], region: string): readonly ProblemDraft[] {
  return zones.flatMap((zone, index): ProblemDraft[] => {
    const path = ['availabilityZones', index];
    const expected = `a zone of ${region}, such as ${region}a`;
    const first = zones.indexOf(zone);
    if (first !== index) {
      const message = `availability zone ${zone} is listed twice`;
      const related = [['availabilityZones', first]];
      return [{ path, message, expected: 'each zone once', remedy: 'remove it, or name another', related }];
    }
    // Compared as a whole: a zone of ap-east-10 would begin with ap-east-1 as well.
    if (zone.slice(0, -1) === region && /[a-z]$/.test(zone)) return [];
    const message = `availability zone "${zone}" is not in the home region ${region}`;
    return [{ path, message, expected, remedy: `write a zone of ${region}`, dependsOn: [['homeRegion']] }];
  });
}
