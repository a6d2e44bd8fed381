import { and, or, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { accompanied, type Naming } from '../check';
import type { Rule } from '../rule';
import { resourceDocuments } from './documents';
import type { Statement } from './statement';
import { refusesPlain } from './tls-only';

/**
 * Whether a policy refuses calls of `action` without TLS.
 * @param on whether a statement covers enough resources; all do by default, where a policy stands on one resource only.
 */
export function isTlsOnly(policy: Resource, action: string, on: (item: Statement) => Trilean = () => true): Trilean {
  const documents = resourceDocuments(policy);
  const refusals = documents.flatMap(({ statements }) =>
    statements.map((item) => and(refusesPlain(item, action), on(item))),
  );
  const isUnread = documents.some(({ unresolved }) => unresolved.length > 0);
  return or(...refusals, isUnread ? 'unknown' : false);
}

/** A rule's predicate: a policy on the resource refuses calls of `action` without TLS, wherever in the unit it stands. */
export function tlsOnly(
  namings: readonly Naming[],
  action: string,
  on?: (item: Statement) => Trilean,
): Rule['evaluate'] {
  return accompanied({
    namings,
    expected: 'a policy that denies everybody when aws:SecureTransport is false',
    is: (policy) => isTlsOnly(policy, action, on),
  });
}
