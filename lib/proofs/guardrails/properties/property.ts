import type { ReachabilityVerdict } from '../../../model';
import type { Guardrail } from '../organization';

/** Something that shows that a property does not hold, or may not. */
export interface Counterexample {
  readonly sentence: string;
  /** Where: the root, a unit or an account. */
  readonly place: string;
  /** Policies that bind there and do not prevent it. */
  readonly guardrails: readonly Guardrail[];
}

export type PropertyId = 'regions' | 'trail' | 'keys' | 'leaving' | 'lock-out' | 'actions';

/** A property of an organisation's guardrails, with what shows it. */
export interface Property {
  readonly id: PropertyId;
  readonly name: string;
  readonly answer: ReachabilityVerdict;
  /** For `no` what is possible against it, for `unknown` what may be. */
  readonly counterexamples: readonly Counterexample[];
}

/**
 * The answer from what was found. A policy that could not be read may deny more: what is possible without it is then no
 * more than possible.
 */
export function property(
  id: PropertyId,
  name: string,
  found: { readonly sure: readonly Counterexample[]; readonly maybe: readonly Counterexample[] },
  unread: readonly string[],
): Property {
  const isUnread = unread.length > 0 && found.sure.length > 0;
  const because = isUnread
    ? unread.map((sentence): Counterexample => ({ sentence, place: 'the organisation', guardrails: [] }))
    : [];
  const maybe = [...because, ...found.maybe];
  if (found.sure.length > 0 && !isUnread) return { id, name, answer: 'no', counterexamples: found.sure };
  const isOpen = isUnread || found.maybe.length > 0;
  return { id, name, answer: isOpen ? 'unknown' : 'yes', counterexamples: isOpen ? [...maybe, ...found.sure] : [] };
}
