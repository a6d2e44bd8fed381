import type { ArrowKind } from '../../../../model';

/** Kinds of arrows as they are listed: the most common first. */
export const ARROW_ORDER: readonly ArrowKind[] = ['declared', 'undeclared', 'possible', 'unknown', 'impossible'];
