import { and, forAll, forSome, type Trilean } from '../../model';
import {
  asText,
  isList,
  isMap,
  OneOf,
  Partial,
  Reference,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../template';
import { accountsOf, at, noneOf, NOT_APPLICABLE, propertyPath } from '../check';
import type { Rule } from '../rule';

const NAMED = /break-?glass|emergency/i;

const notDisabled = noneOf('DISABLED');

/**
 * An emergency role is told by its name. A rule of EventBridge or a metric filter that names it counts, wherever in the
 * unit it stands. A landing zone of several accounts must have one; that it is sealed is shown by its trust policy, that
 * it is reviewed by people.
 */
export const breakGlassUseAlarmed: Rule = {
  id: 'break-glass-use-alarmed',
  control: 'IDN-08',
  message: 'There is no emergency role, or nobody is told when it is used.',
  remediation: 'Add the role with a rule that sends its use (AssumeRole) to people at once.',
  types: ['AWS::IAM::Role'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const roles = graph
      .ofType('AWS::IAM::Role')
      .filter(({ properties }) => NAMED.test(asText(properties['RoleName']) ?? ''));
    const property = propertyPath('RoleName');
    const expected = 'an emergency role whose use is alarmed';
    if (roles.length === 0) {
      if (accountsOf(graph).size < 2) return NOT_APPLICABLE;
      return { status: 'fail', property, observed: 'no role with break-glass or emergency in its name', expected };
    }
    const alarms = roles.map((role) => ({
      role,
      is: forSome(alarmsOf(graph), (alarm) => tells(alarm, role, graph)),
    }));
    const names = (is: Trilean) => alarms.filter((item) => item.is === is).map(({ role }) => role.logicalId);
    const all = forAll(alarms, ({ is }) => is);
    if (all === true) return { status: 'pass', property, observed: names(true), expected };
    if (all === false) return { status: 'fail', property, observed: { notAlarmed: names(false) }, expected };
    const because = `whether a rule speaks of ${names('unknown').join(', ')} is decided at deployment`;
    return { status: 'unknown', property, expected, because };
  },
};

function alarmsOf(graph: Graph): readonly Resource[] {
  return [...graph.ofType('AWS::Events::Rule'), ...graph.ofType('AWS::Logs::MetricFilter')];
}

function tells({ properties, template }: Resource, role: Resource, graph: Graph): Trilean {
  const sameAccount = template.account === role.template.account;
  const pattern = properties['EventPattern'] ?? properties['FilterPattern'];
  return and(sameAccount, notDisabled.test(properties['State']), hasTarget(properties), mentions(pattern, role, graph));
}

function hasTarget(properties: Resource['properties']): boolean {
  return properties['FilterPattern'] !== undefined || at(properties, 'Targets[]').length > 0;
}

/** Whether a value names a role anywhere in it, by reference or by its name. */
function mentions(value: Value | undefined, role: Resource, graph: Graph): Trilean {
  const name = asText(role.properties['RoleName']) ?? '';
  if (typeof value === 'string') return value.includes(name);
  if (value instanceof Reference) return graph.follow(value) === role;
  if (value instanceof Partial) {
    const parts = value.parts.filter((part) => typeof part === 'string' || part instanceof Reference);
    return forSome(parts, (part) => mentions(part, role, graph));
  }
  if (value instanceof Unknown) return 'unknown';
  if (value instanceof OneOf) return forAll(value.options, (option) => mentions(option, role, graph));
  const items = isList(value) ? value : isMap(value) ? Object.values(value) : [];
  return forSome(items, (item) => mentions(item, role, graph));
}
