import { and, forAll, forSome, or, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { accompanied, type Naming } from '../check';
import type { Rule } from '../rule';
import { resourceDocuments } from './documents';
import type { Statement } from './statement';
import { refusesPlain } from './tls-only';

/**
 * Whether a policy refuses calls of each of the actions without TLS.
 * @param on whether a statement covers enough resources; all do by default, where a policy stands on one resource only.
 */
export function isTlsOnly(
  policy: Resource,
  actions: readonly string[],
  on: (item: Statement) => Trilean = () => true,
): Trilean {
  const documents = resourceDocuments(policy);
  const statements = documents.flatMap((document) => document.statements);
  const isUnread = documents.some(({ unresolved }) => unresolved.length > 0);
  return forAll(actions, (action) =>
    or(
      forSome(statements, (item) => and(refusesPlain(item, action), () => on(item))),
      isUnread ? 'unknown' : false,
    ),
  );
}

/** A rule's predicate: a policy on the resource refuses calls of the actions without TLS, wherever in the unit it stands. */
export function tlsOnly(
  namings: readonly Naming[],
  actions: readonly string[],
  on?: (item: Statement) => Trilean,
): Rule['evaluate'] {
  return accompanied({
    namings,
    expected: 'a policy that denies everybody when aws:SecureTransport is false',
    is: (policy) => isTlsOnly(policy, actions, on),
  });
}
