import type { DeploymentPlan } from '../plan';
import type { ExaminedStack } from './examine-stacks';

/** A stack that stays, and needs one that is to go. */
export interface Dependence {
  readonly stack: string;
  readonly neededBy: string;
}

/**
 * The stacks that stand, are not chosen, and need a chosen one: they would be left without what they rest on.
 * @param others Stacks that are not chosen, as they stand.
 */
export function dependences(
  { needs }: DeploymentPlan,
  chosen: ReadonlySet<string>,
  others: readonly ExaminedStack[],
): Dependence[] {
  return others
    .filter(({ exists }) => exists)
    .flatMap(({ stack: { id } }) =>
      [...(needs.get(id) ?? [])].filter((needed) => chosen.has(needed)).map((stack) => ({ stack, neededBy: id })),
    );
}

/** Ids of the stacks that are not chosen and need a chosen one. */
export function dependentsOf({ needs }: DeploymentPlan, chosen: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...needs].flatMap(([id, needed]) => (!chosen.has(id) && [...needed].some((other) => chosen.has(other)) ? id : [])),
  );
}
