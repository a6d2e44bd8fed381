import type { End } from '../engine';
import type { Ranges } from '../packets';
import { addressesOf, type Zone } from './zones';

/** What a name in a question stands for. */
export interface Subject {
  readonly ends: readonly End[];
  /** Addresses of the ends, as far as the question is about them. */
  readonly addresses: Ranges;
  /** Key of something that has no address and is called, such as a function behind a load balancer. */
  readonly called?: string;
  /** What to say where there are no ends. */
  readonly none?: string;
  /** Where not all of the ends surely belong to it: those that do, and why the others may not. */
  readonly doubtful?: { readonly sure: Subject; readonly doubts: readonly string[] };
}

/** Ends with all of their addresses. */
export function subjectOf({ ends }: Pick<Zone, 'ends'>): Subject {
  return { ends, addresses: addressesOf({ ends }) };
}
