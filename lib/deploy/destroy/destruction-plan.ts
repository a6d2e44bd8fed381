import type { DeploymentPlan } from '../plan';

/**
 * The reverse of a deployment: the last wave first, and each stack after all that need it.
 * @param chosen Ids of the stacks that go.
 */
export function destructionPlan({ waves, needs }: DeploymentPlan, chosen: ReadonlySet<string>): DeploymentPlan {
  const neededBy = new Map<string, Set<string>>();
  for (const [id, others] of needs)
    for (const other of others) neededBy.set(other, (neededBy.get(other) ?? new Set()).add(id));
  return {
    needs: neededBy,
    waves: waves
      .map((wave) => ({ ...wave, stacks: wave.stacks.filter(({ id }) => chosen.has(id)).toReversed() }))
      .filter(({ stacks }) => stacks.length > 0)
      .toReversed(),
  };
}
