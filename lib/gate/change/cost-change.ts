import type { CostChange } from '../../model';
import { asText, type Resource, type Unit } from '../../template';
import { COST_KINDS, type CostKind } from './cost-kinds';

/** Kinds of which there are more or fewer than before. */
export function costChange(before: Unit, after: Unit): readonly CostChange[] {
  return COST_KINDS.flatMap((kind): CostChange[] => {
    const [was, is] = [membersOf(kind, before), membersOf(kind, after)];
    if (was.length === is.length) return [];
    const resourceTypes = [...new Set([...was, ...is].map(({ type }) => type))].toSorted();
    return [{ kind: kind.kind, resourceTypes, before: was.length, after: is.length }];
  });
}

function membersOf({ types, where }: CostKind, { graph }: Unit): readonly Resource[] {
  return graph.templates
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => types.test(type))
    .filter(({ properties }) => !where || where.isOneOf.includes(asText(properties[where.property]) ?? ''));
}
