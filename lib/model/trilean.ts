/**
 * Three-valued (Kleene) logic: a predicate over a template is true, false, or unknown because a value could not be
 * resolved. Unknown never turns into a pass.
 */
export type Trilean = true | false | 'unknown';

export function not(a: Trilean): Trilean {
  return a === 'unknown' ? 'unknown' : !a;
}

/** An operand, or how it is worked out, which is done only where it can still matter. */
export type Operand = Trilean | (() => Trilean);

/** False if any operand is false, else unknown if any is unknown, else true. */
export function and(...operands: readonly Operand[]): Trilean {
  return forAll(operands, valueOf);
}

/** True if any operand is true, else unknown if any is unknown, else false. */
export function or(...operands: readonly Operand[]): Trilean {
  return forSome(operands, valueOf);
}

function valueOf(operand: Operand): Trilean {
  return typeof operand === 'function' ? operand() : operand;
}

/** Whether a test holds for every item, like `and` of them; later items are not tested once one is false. */
export function forAll<T>(items: readonly T[], test: (item: T) => Trilean): Trilean {
  let result: Trilean = true;
  for (const item of items) {
    const holds = test(item);
    if (holds === false) return false;
    if (holds === 'unknown') result = 'unknown';
  }
  return result;
}

/** Whether a test holds for some item, like `or` of them; later items are not tested once one is true. */
export function forSome<T>(items: readonly T[], test: (item: T) => Trilean): Trilean {
  let result: Trilean = false;
  for (const item of items) {
    const holds = test(item);
    if (holds === true) return true;
    if (holds === 'unknown') result = 'unknown';
  }
  return result;
}
