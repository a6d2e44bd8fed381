import { isoDate, type Severity, type Waiver, type WaiverState } from '../../model';
import type { Profile } from '../../profiles';

/** Days before its last one in which a waiver is announced to expire. */
const WARNING_DAYS = 30;

const DAY = 86_400_000;

/** Days from one day to another, both as YYYY-MM-DD; negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/**
 * Days that are left, 0 on the last day; negative when it has expired; undefined when its last day cannot be read, which
 * counts as expired.
 */
export function daysLeft({ expires }: Pick<Waiver, 'expires'>, today: string): number | undefined {
  return isoDate.safeParse(expires).success ? daysBetween(today, expires) : undefined;
}

/** Whether a waiver holds on a day. */
export function stateOf(waiver: Pick<Waiver, 'expires'>, today: string): WaiverState {
  const left = daysLeft(waiver, today);
  if (left === undefined || left < 0) return 'expired';
  return left <= WARNING_DAYS ? 'expiring' : 'live';
}

/** By how many days a waiver lives longer than its severity allows, and how many are allowed; undefined when it does not. */
export function excessOf(
  { issued, expires }: Pick<Waiver, 'issued' | 'expires'>,
  severity: Severity,
  days: Profile['waiverDays'],
): { readonly allowed: number; readonly planned: number } | undefined {
  const allowed = days[severity].value;
  const planned = daysBetween(issued, expires);
  return allowed !== undefined && planned > allowed ? { allowed, planned } : undefined;
}
