import { and, forSome, not, type Trilean } from '../../../model';
import { conditionHolds } from './condition';
import { OPEN, type Patterns, type PolicyStatement } from './document';
import { globOf, matches, matchesResource } from './glob';
import { resolve, type Reading } from './variables';

/** What of a request a statement is compared with; who asks is compared apart. */
export interface Attempt extends Reading {
  /** Lower case. */
  readonly action: string;
  readonly resource: string;
}

/** Whether a statement speaks of what is attempted: action, resource and condition. */
export function covers(statement: PolicyStatement, attempt: Attempt): Trilean {
  const action = coversAction(statement.actions, attempt.action);
  if (action === false) return false;
  const resource = coversResource(statement.resources, attempt);
  if (resource === false) return false;
  return and(action, resource, () => conditionHolds(statement.tests, attempt));
}

/** Actions match in any case. @param action Lower case. */
function coversAction({ negated, texts }: Patterns, action: string): Trilean {
  const named = forSome(texts, (text) => (text === OPEN ? 'unknown' : matches(globOf(text.toLowerCase()), action)));
  return negated ? not(named) : named;
}

/** Trust policies have no Resource: they stand on their resource. */
export function coversResource(patterns: Patterns | undefined, attempt: Attempt): Trilean {
  if (patterns === undefined) return true;
  const { negated, texts } = patterns;
  const named = forSome(texts, (text): Trilean => {
    if (text === '*') return true;
    // A variable may stand only after the fifth colon.
    if (text !== OPEN && attempt.hasVariables && text.split(':', 5).some((part) => part.includes('${')))
      return 'unknown';
    const glob = resolve(text, true, attempt);
    if (glob === 'unknown') return 'unknown';
    if (glob === 'absent') return negated ? 'unknown' : false;
    return matchesResource(glob, attempt.resource);
  });
  return negated ? not(named) : named;
}
