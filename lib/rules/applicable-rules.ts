import type { Graph } from '../template';
import type { Rule } from './rule';

/**
 * Those of the rules that run on a graph: the ones over whole estates only where it is one, because somebody says so or
 * because a template claims to be part of a landing zone.
 */
export function applicableRules(graph: Graph, rules: readonly Rule[], estate: boolean): readonly Rule[] {
  const isEstate = estate || graph.templates.some(({ claims }) => claims?.marker);
  return isEstate ? rules : withoutEstate(rules);
}

/** Thousands of templates are judged by one list of rules. */
const WITHOUT_ESTATE = new WeakMap<readonly Rule[], readonly Rule[]>();

function withoutEstate(rules: readonly Rule[]): readonly Rule[] {
  const known = WITHOUT_ESTATE.get(rules) ?? rules.filter(({ scope }) => scope !== 'estate');
  WITHOUT_ESTATE.set(rules, known);
  return known;
}
