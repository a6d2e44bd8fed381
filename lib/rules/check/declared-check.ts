import type { Rule } from '../rule';
import type { Shape } from './shape';

/** What must stand, or decides, at a path of the properties; for each item where the path says `[]`. */
export interface PlacedShape {
  readonly path: string;
  readonly shape: Shape;
}

/** What a predicate says, where it says nothing but what properties of the resource itself must be. */
export interface DeclaredCheck extends PlacedShape {
  /** The rest applies only where this surely holds. */
  readonly when?: PlacedShape;
}

type Predicate = Rule['evaluate'];

const CHECKS = new WeakMap<Predicate, readonly DeclaredCheck[]>();
const GUARDS = new WeakMap<object, PlacedShape>();

/** Notes what a predicate says; nothing when its guard is code. */
export function declareCheck(predicate: Predicate, check: PlacedShape, guard: object | undefined): void {
  const when = guard && GUARDS.get(guard);
  if (guard && !when) return;
  CHECKS.set(predicate, [when ? { ...check, when } : check]);
}

/** Notes on what a guard decides. */
export function declareGuard(guard: object, on: PlacedShape): void {
  GUARDS.set(guard, on);
}

/** Notes that a predicate says what others say together. */
export function declareAll(predicate: Predicate, parts: readonly Predicate[]): void {
  const checks = parts.map((part) => CHECKS.get(part));
  if (checks.every((each) => each !== undefined)) CHECKS.set(predicate, checks.flat());
}

/** The checks that all must hold, of a predicate that says nothing else; undefined where it is code. */
export function declaredChecks({ evaluate }: Pick<Rule, 'evaluate'>): readonly DeclaredCheck[] | undefined {
  return CHECKS.get(evaluate);
}
