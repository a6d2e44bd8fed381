import { CannotError } from './exit';
import type { Session } from './io';

/**
 * The time of a judgement: the one that was asked for, else that of reproducible builds
 * (https://reproducible-builds.org/specs/source-date-epoch), else the beginning of the run.
 * @throws CannotError when SOURCE_DATE_EPOCH is no time.
 */
export function timeOf(asked: Date | undefined, { env, began }: Pick<Session, 'env' | 'began'>): Date {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (asked) return asked;
  if (epoch === undefined || epoch === '') return began;
  if (!/^\d{1,11}$/.test(epoch)) throw new CannotError(`SOURCE_DATE_EPOCH is "${epoch}": expected seconds since 1970`);
  return new Date(Number(epoch) * 1000);
}
