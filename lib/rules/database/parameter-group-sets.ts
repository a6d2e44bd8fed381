import { asText, Reference, Unknown, type Graph, type Resource, type Value } from '../../template';
import { all, among, at, fail, field, isTrue, judge, some, unknown } from '../check';
import type { RuleResult } from '../rule';

const PATH = 'ClusterParameterGroupName';

/** Whether the cluster's parameter group turns a parameter on; a group that is not in the unit cannot be read. */
export function parameterGroupSets(
  graph: Graph,
  { template, properties }: Resource,
  parameter: string,
): readonly RuleResult[] {
  const expected = `a parameter group with ${parameter} true`;
  return at(properties, PATH).map((found): RuleResult => {
    const { value } = found;
    if (value === undefined || value === null) return fail(found, expected);
    const group = groupOf(value, template, graph);
    if (!group) {
      const because = value instanceof Unknown ? value.reason : 'the parameter group is not in these templates';
      return { ...unknown(found, expected), because };
    }
    const sets = some(all(field('ParameterName', among(parameter)), field('ParameterValue', isTrue)));
    const [result] = judge(at(group.properties, 'Parameters'), sets);
    return { ...(result ?? unknown(found, expected)), property: `Properties.${PATH}`, expected };
  });
}

/** A group is named by reference, or by the name that it has. */
function groupOf(value: Value, template: Resource['template'], graph: Graph): Resource | undefined {
  if (value instanceof Reference) return graph.follow(value);
  const name = asText(value);
  return graph
    .ofType('AWS::Redshift::ClusterParameterGroup')
    .find(
      (group) =>
        group.template === template && name !== undefined && asText(group.properties['ParameterGroupName']) === name,
    );
}
