import type { Scope } from '../resolve/scope';
import { textOf } from '../text';
import { lengthOf } from '../text-length';
import { Unknown, type Part, type Value } from '../value';

/** Joins parts to text; unknown once the texts that one template makes together grow beyond all measure. */
export function textMade(parts: readonly Part[], scope: Scope): Value {
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  if (scope.names.affords(length)) return textOf(parts);
  return new Unknown('the texts that this template makes are too long together');
}
