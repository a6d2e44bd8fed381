import { Reference, Unknown, type Graph, type Resource } from '../../template';
import { all, among, at, fail, field, isTrue, judge, some, unknown } from '../check';
import type { RuleResult } from '../rule';

const PATH = 'ClusterParameterGroupName';

/** Whether the cluster's parameter group turns a parameter on; a group that is not in the unit cannot be read. */
export function parameterGroupSets(graph: Graph, { properties }: Resource, parameter: string): readonly RuleResult[] {
  const expected = `a parameter group with ${parameter} true`;
  return at(properties, PATH).map((found): RuleResult => {
    const { value } = found;
    if (value === undefined || value === null) return fail(found, expected);
    const group = value instanceof Reference ? graph.follow(value) : undefined;
    if (!group) {
      const because = value instanceof Unknown ? value.reason : 'the parameter group is not in these templates';
      return { ...unknown(found, expected), because };
    }
    const sets = some(all(field('ParameterName', among(parameter)), field('ParameterValue', isTrue)));
    const [result] = judge(at(group.properties, 'Parameters'), sets);
    return { ...(result ?? unknown(found, expected)), property: `Properties.${PATH}`, expected };
  });
}
