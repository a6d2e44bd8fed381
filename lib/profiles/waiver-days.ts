import type { Severity } from '../model';
import type { Fact } from './profile';

const ours = (value: number): Fact<number> => ({
  value,
  status: 'ours',
  source: 'no clause that was read limits the life of an exception',
});

/** Longest lives of waivers where a jurisdiction states none: a quarter, half a year, a year. */
export const WAIVER_DAYS: Readonly<Record<Severity, Fact<number>>> = {
  critical: ours(92),
  high: ours(184),
  medium: ours(366),
  low: ours(366),
};
