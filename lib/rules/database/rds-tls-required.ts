import {
  asText,
  holdsForEach,
  isMap,
  possibilities,
  Reference,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../template';
import { among, fail, NOT_APPLICABLE, orAbsent, pass, referred, unknown, type Expectation, type Found } from '../check';
import type { Rule, RuleResult } from '../rule';

const on = among('1', 'true', 'on');

/** The parameter that makes an engine refuse connections without TLS, by the family of the parameter group. */
const PARAMETERS: readonly (readonly [RegExp, string, Expectation])[] = [
  [/^(aurora-)?postgres(ql)?(1[5-9]|[2-9]\d)/, 'rds.force_ssl', orAbsent(on)],
  [/^(aurora-)?postgres|^(custom-)?sqlserver/, 'rds.force_ssl', on],
  [/^(aurora-)?mysql|^aurora5|^mariadb/, 'require_secure_transport', on],
  [/^db2/, 'db2comm', among('SSL')],
];

const PATHS: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'DBParameterGroupName',
  'AWS::RDS::DBCluster': 'DBClusterParameterGroupName',
};

/**
 * A database is judged by the parameter group of its own that stands in the unit; what AWS’s default groups say differs by
 * version. PostgreSQL requires TLS from version 15 on, Oracle has no such parameter. Source: the RDS user guide.
 */
export const rdsTlsRequired: Rule = {
  id: 'rds-tls-required',
  control: 'NET-14',
  message: 'Clients may talk to the database without TLS.',
  remediation: 'Set rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL, MariaDB) to 1.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const path = PATHS[resource.type] ?? '';
    const groups = possibilities(resource.properties[path]).flatMap((value) => groupOf(value, resource, graph));
    return groups.map((group) => judgeGroup({ path, value: resource.properties[path] }, group));
  },
};

function groupOf(value: Value | undefined, { template, type }: Resource, graph: Graph): readonly Resource[] {
  const kind = type === 'AWS::RDS::DBCluster' ? 'AWS::RDS::DBClusterParameterGroup' : 'AWS::RDS::DBParameterGroup';
  const followed = referred(value, graph);
  if (followed) return [followed];
  const name = asText(value);
  return graph
    .ofType(kind)
    .filter((group) => group.template === template && name !== undefined && nameOf(group) === name);
}

function nameOf({ properties }: Resource): string | undefined {
  return asText(properties['DBParameterGroupName']) ?? asText(properties['DBClusterParameterGroupName']);
}

function judgeGroup(found: Found, { properties }: Resource): RuleResult {
  const family = asText(properties['Family']);
  const expected = 'a parameter group that requires TLS';
  if (family === undefined)
    return { ...unknown(found, expected), because: 'the family of the parameter group is not known' };
  const [, parameter, holds] = PARAMETERS.find(([pattern]) => pattern.test(family)) ?? [];
  if (parameter === undefined || !holds) return NOT_APPLICABLE;
  const set = holdsForEach(properties['Parameters'], (given) => holds.test(parameterIn(given, parameter)));
  if (set === 'unknown') return { ...unknown(found, expected), because: `the value of ${parameter} is not known` };
  return set ? pass(found, expected) : { ...fail(found, expected), observed: `${parameter} does not require it` };
}

/** Names of parameters hold dots, so they are no paths. */
function parameterIn(given: Value | undefined, parameter: string): Value | undefined {
  if (given instanceof Unknown || given instanceof Reference) return new Unknown('the parameters are not known');
  return isMap(given) ? given[parameter] : undefined;
}
