import type { LandingZoneConfig } from '../../config';
import { needsOf, type RoleOf } from './needs';
import type { PlannedStack } from './planned-stack';
import { AssemblyError } from './read-assembly';
import { waveOf, WAVES } from './waves';

/** A step of a deployment that has stacks. */
export interface Wave {
  readonly name: string;
  readonly title: string;
  readonly stacks: readonly PlannedStack[];
}

export interface DeploymentPlan {
  /** In their order. */
  readonly waves: readonly Wave[];
  /** Ids of the stacks that each stack needs. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Puts stacks in the order in which they can be deployed.
 * @throws AssemblyError when stacks need each other in a circle.
 */
export function planDeployment(stacks: readonly PlannedStack[], { accounts }: LandingZoneConfig): DeploymentPlan {
  const roles = new Map(accounts.map(({ id, role }) => [id, role]));
  const roleOf: RoleOf = ({ account }) => roles.get(account);
  const needs = needsOf(stacks, roleOf);
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const placed = new Map<string, number>();
  for (const stack of stacks) place(stack, []);
  const waves = WAVES.map(({ name, title }, index) => ({
    name,
    title,
    stacks: inOrder(stacks.filter(({ id }) => placed.get(id) === index)),
  }));
  return { waves: waves.filter((wave) => wave.stacks.length > 0), needs };

  /** What is needed comes first; else as the assembly has it. */
  function inOrder(wave: readonly PlannedStack[]): PlannedStack[] {
    const sorted = new Set<PlannedStack>();
    const add = (stack: PlannedStack): void => {
      for (const other of wave) if (needs.get(stack.id)?.has(other.id)) add(other);
      sorted.add(stack);
    };
    for (const stack of wave) add(stack);
    return [...sorted];
  }

  function place(stack: PlannedStack, above: readonly string[]): number {
    const known = placed.get(stack.id);
    if (known !== undefined) return known;
    const path = [...above, stack.id];
    if (above.includes(stack.id)) {
      throw new AssemblyError(`stacks need each other in a circle: ${path.slice(path.indexOf(stack.id)).join(' -> ')}`);
    }
    const needed = [...(needs.get(stack.id) ?? [])].flatMap((id) => byId.get(id) ?? []);
    const wave = Math.max(waveOf(roleOf(stack), stack.capability), ...needed.map((other) => place(other, path)));
    placed.set(stack.id, wave);
    return wave;
  }
}
