import type { Trilean } from '../../model';
import type { Resource } from '../../template';
import { NOT_APPLICABLE, propertyPath, reasonOf } from '../check';
import type { Rule, RuleResult } from '../rule';
import { isCeiling } from './ceiling';
import type { PolicyDocument, Statement } from './statement';

/** What a rule looks for in statements. */
export interface Forbidden {
  /** The documents of a resource. */
  readonly documents: (resource: Resource) => readonly PolicyDocument[];
  /** What a right statement looks like, in words. */
  readonly expected: string;
  /** Whether a statement is one that must not be. */
  readonly is: (statement: Statement) => Trilean;
}

/**
 * A rule's predicate: no statement of the documents may be of the forbidden kind. A document that cannot be read, or a
 * statement that cannot be told, is unknown; without documents, or for a permissions boundary, which gives nothing, the
 * rule does not apply.
 */
export function forbid({ documents, expected, is }: Forbidden): Rule['evaluate'] {
  return (resource, context) => {
    if (isCeiling(resource, context)) return NOT_APPLICABLE;
    const read = documents(resource);
    const [first] = read;
    if (!first) return NOT_APPLICABLE;
    const failed: RuleResult[] = [];
    let open: Statement | undefined;
    for (const { statements } of read) {
      for (const item of statements) {
        const bad = is(item);
        if (bad === 'unknown') open ??= item;
        else if (bad) failed.push(result('fail', item, expected));
      }
    }
    if (failed.length > 0) return failed;
    if (open) return { ...result('unknown', open, expected), because: notKnown(open) };
    const unread = read.find(({ unresolved }) => unresolved.length > 0);
    if (unread) return unreadable(unread, expected);
    return { status: 'pass', property: propertyPath(first.path), expected };
  };
}

function result(status: RuleResult['status'], { path, body }: Statement, expected: string): RuleResult {
  return { status, property: propertyPath(path), observed: body, expected };
}

function notKnown({ body }: Statement): string {
  const why = reasonOf(body);
  return `the statement holds a value that is not known${why === undefined ? '' : `: ${why}`}`;
}

/** The result for a document that cannot be read. */
export function unreadable({ path, unresolved }: PolicyDocument, expected: string): RuleResult {
  const because = unresolved[0]?.reason ?? 'the document cannot be read';
  return { status: 'unknown', property: propertyPath(path), expected, because };
}
