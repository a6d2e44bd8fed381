import { alone, applicableRules, RULES, type Rule } from '../rules';
import type { Graph } from '../template';
import type { GateOptions } from './options';

/**
 * The rules that run on a unit. Those over whole estates run when somebody asks for them, when a config was given,
 * and on templates that claim to be part of a landing zone.
 * @param rules Rules to choose from. @default all
 */
export function rulesFor(
  graph: Graph,
  { estate = false, registers, alone: apart = false }: Pick<GateOptions, 'estate' | 'registers' | 'alone'>,
  rules: readonly Rule[] = RULES,
): readonly Rule[] {
  if (apart) return rules.filter(({ scope }) => scope === 'resource').map(alone);
  return applicableRules(graph, rules, estate || registers !== undefined);
}
