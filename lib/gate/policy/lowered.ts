import { SEVERITIES, type Severity } from '../../model';
import type { Fact, Profile } from '../../profiles';
import type { Floor } from './floor';

/** The lives of waivers that a run allows: those of the profile, or of a policy where it is stricter. */
export function waiverDaysUnder({ waiverDays }: Profile, floors: readonly Floor[]): Profile['waiverDays'] {
  const lowered = (severity: Severity): Fact<number> =>
    floors.reduce((fact, { source, policy }) => {
      const days = policy.waiverDays[severity];
      const isStricter = days !== undefined && (fact.value === undefined || days < fact.value);
      return isStricter ? { value: days, status: 'organisation', source } : fact;
    }, waiverDays[severity]);
  const [critical, high, medium, low] = SEVERITIES.map(lowered);
  return {
    ...waiverDays,
    ...(critical && { critical }),
    ...(high && { high }),
    ...(medium && { medium }),
    ...(low && { low }),
  };
}
