import { and, forSome, type Trilean } from '../../model';
import { asBoolean, isMap, Unknown, type Value } from '../../template';
import { isDeny, speaksOf } from './match';
import { listOf, type Statement } from './statement';

/**
 * Whether a statement refuses calls without TLS: a Deny for everybody on `action` when `aws:SecureTransport` is false.
 * A Deny for some callers only leaves a way open.
 */
export function refusesPlain(item: Statement, action: string): Trilean {
  return and(
    item.isCertain,
    isDeny(item),
    isForAll(item),
    () => onPlain(item.condition),
    () => speaksOf(item, action),
  );
}

function isForAll({ principals }: Statement): boolean {
  return principals.some(({ kind, name }) => kind === '*' || (kind === 'AWS' && name === '*'));
}

function onPlain(condition: Value | undefined): Trilean {
  if (condition instanceof Unknown) return 'unknown';
  if (!isMap(condition)) return false;
  return forSome(
    Object.entries(condition),
    ([operator, keys]) => /^bool(ifexists)?$/i.test(operator) && saysPlain(keys),
  );
}

function saysPlain(keys: Value): boolean {
  if (!isMap(keys)) return false;
  return Object.entries(keys).some(
    ([key, value]) =>
      key.toLowerCase() === 'aws:securetransport' && listOf(value).some((item) => asBoolean(item) === false),
  );
}
