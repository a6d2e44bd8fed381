import type { z } from 'zod';
import { nearest } from '../../model';
import type { Located } from '../source';

/** The key that a misspelt one stands for: near to it, known, and not there already. */
export function meantKey(key: string, known: readonly string[], present: Iterable<unknown>): string | undefined {
  const taken = new Set(present);
  return nearest(
    key,
    known.filter((each) => !taken.has(each)),
  );
}

/** The allowed value that a misspelt one is near to. */
export function suggestedValue(issue: z.core.$ZodIssue, node: Located): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  return nearest(
    node.value,
    allowedValues(issue).filter((value) => typeof value === 'string'),
  );
}

/** What an issue about a word from a list allows; for a union told apart by `type`, its types. */
export function allowedValues(issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values;
  if (issue.code !== 'invalid_union' || !('options' in issue)) return [];
  return Array.isArray(issue.options) ? issue.options : [];
}
