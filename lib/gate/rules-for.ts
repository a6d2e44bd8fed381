import { alone, applicableRules, part, RULES, type Rule } from '../rules';
import type { Graph } from '../template';
import type { GateOptions } from './options';

/**
 * The rules that run on a unit. Those over whole estates run when somebody asks for them, when a config was given,
 * and on templates that claim to be part of a landing zone.
 * @param rules Rules to choose from. @default all
 */
export function rulesFor(
  graph: Graph,
  {
    estate = false,
    registers,
    alone: apart = false,
    part: isPart = false,
  }: Pick<GateOptions, 'estate' | 'registers' | 'alone' | 'part'>,
  rules: readonly Rule[] = RULES,
): readonly Rule[] {
  if (apart) return kept(ALONE, rules, () => rules.filter(({ scope }) => scope === 'resource').map(alone));
  const applicable = applicableRules(graph, rules, estate || registers !== undefined);
  return isPart ? kept(PARTS, applicable, () => applicable.map(part)) : applicable;
}

type Kept = WeakMap<readonly Rule[], readonly Rule[]>;

/** A hook judges thousands of templates and resources by one list of rules. */
const ALONE: Kept = new WeakMap();
const PARTS: Kept = new WeakMap();

function kept(known: Kept, rules: readonly Rule[], make: () => readonly Rule[]): readonly Rule[] {
  const made = known.get(rules) ?? make();
  known.set(rules, made);
  return made;
}
