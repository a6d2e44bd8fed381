import { aws_logs as logs } from 'aws-cdk-lib';
import type { Profile, RetentionDays } from '../../lib/profiles';

/** Kinds of logs for which profiles state how long to keep them. */
export type LogClass = keyof RetentionDays;

/** How long logs are kept: the profile's figure for their class, or longer. */
export interface RetentionProps {
  /**
   * Jurisdiction that says how long its logs are kept.
   * @default - none; `retentionDays` is then required
   */
  readonly profile?: Profile;
  /**
   * What the logs are, for the profile's figure.
   * @default 'infrastructure'
   */
  readonly logClass?: LogClass;
  /**
   * Days to keep the logs. Not less than what the profile states.
   * @default - what the profile states
   */
  readonly retentionDays?: number;
}

/** The longest that S3 Object Lock keeps an object. */
const MOST_DAYS = 36_500;

/**
 * Days to keep logs.
 * @param path of the construct, for the error.
 * @throws Error when nobody says how long, or the days given are fewer than the profile's.
 */
export function daysToKeep(path: string, props: RetentionProps): number {
  const { profile, logClass = 'infrastructure' } = props;
  const stated = profile?.retentionDays[logClass];
  const days = props.retentionDays ?? stated?.value;
  if (days === undefined) {
    const why = profile ? `profile ${profile.id} states no retention of ${logClass} logs` : 'there is no profile';
    throw new Error(`[${path}] retentionDays: expected a number of days, found none, and ${why}; give retentionDays`);
  }
  const least = stated?.value ?? 1;
  if (isBetween(days, least, MOST_DAYS)) return days;
  const source = stated ? ` for ${logClass} logs (${stated.source})` : '';
  throw new Error(
    `[${path}] retentionDays: expected whole days from ${least} to ${MOST_DAYS}${source}, found ${days}; correct it or leave it out`,
  );
}

function isBetween(days: number, least: number, most: number): boolean {
  return Number.isInteger(days) && days >= least && days <= most;
}

/** Periods that CloudWatch Logs accepts, shortest first; "for ever" is none. */
const PERIODS: readonly logs.RetentionDays[] = Object.values(logs.RetentionDays)
  .filter((value) => typeof value === 'number')
  .filter((value) => value !== logs.RetentionDays.INFINITE)
  .toSorted((a, b) => a - b);

/**
 * The shortest period of CloudWatch Logs that is not shorter than the days asked for: 183 becomes 365.
 * @throws Error when there is none.
 */
export function logGroupRetention(path: string, props: RetentionProps): logs.RetentionDays {
  const days = daysToKeep(path, props);
  const longEnough = PERIODS.filter((period: number) => period >= days);
  const [period] = longEnough;
  if (period !== undefined) return period;
  throw new Error(
    `[${path}] retentionDays: CloudWatch Logs keeps at most ${PERIODS.at(-1)} days, found ${days}; keep the logs in an ArchiveBucket`,
  );
}
