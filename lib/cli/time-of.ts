import { CannotError } from './exit';
import type { Io } from './io';

/**
 * The time of a judgement: the one that was asked for, else that of reproducible builds
 * (https://reproducible-builds.org/specs/source-date-epoch), else the present.
 * @throws CannotError when SOURCE_DATE_EPOCH is no time.
 */
export function timeOf(asked: Date | undefined, { env }: Pick<Io, 'env'>): Date {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (asked) return asked;
  if (epoch === undefined || epoch === '') return new Date();
  if (!/^\d{1,11}$/.test(epoch)) throw new CannotError(`SOURCE_DATE_EPOCH is "${epoch}": expected seconds since 1970`);
  return new Date(Number(epoch) * 1000);
}
