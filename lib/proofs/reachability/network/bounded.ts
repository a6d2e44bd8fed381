/**
 * What is known of a set whose making depends on unresolved values: it holds at least `must` and at most `may`.
 * Both are the same where everything is known.
 */
export interface Bounded<T> {
  readonly may: T;
  readonly must: T;
  /** Why they differ, in words; empty when they do not. */
  readonly reasons: readonly string[];
}

/** A set that is known. */
export function exactly<T>(value: T): Bounded<T> {
  return { may: value, must: value, reasons: [] };
}

/** One of several, which one is not known where there is more than one. */
export interface Choice<T> {
  readonly options: readonly T[];
  readonly reasons: readonly string[];
}
