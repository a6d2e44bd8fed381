import { or, type Trilean } from '../../model';
import { asText, isMap, Reference, type Graph, type Resource, type Value } from '../../template';
import { fail, judge, pass, present, unknown, type Expectation } from '../check';
import { parseJsonText } from '../policy';
import type { Rule, RuleResult } from '../rule';

const TYPE = 'AWS::EMR::SecurityConfiguration';

const PATH = 'SecurityConfiguration';

/** The service wants the settings below EncryptionConfiguration; templates are seen that leave the level out. */
const LEVELS = ['EncryptionConfiguration', ''];

/** What is said of encryption in a security configuration, which may be JSON text. */
export function encryptionOf({ properties }: Resource): readonly (Value | undefined)[] {
  const given = properties[PATH];
  const text = asText(given);
  const value = text === undefined ? given : parseJsonText(text);
  return LEVELS.map((level) => (level === '' ? value : isMap(value) ? value[level] : undefined));
}

/**
 * A predicate on clusters: the security configuration that the cluster names must meet an expectation. Not naming one
 * fails; one that is not in the unit cannot be read, and is left to where it stands.
 */
export function configured(inner: Expectation): Rule['evaluate'] {
  return (cluster, { graph }): RuleResult | readonly RuleResult[] => {
    const found = { path: PATH, value: cluster.properties[PATH] };
    const configuration = configurationOf(cluster, graph);
    if (!configuration) return judge([found], present);
    const expected = `a configuration with ${inner.expected}`;
    const holds: Trilean = or(...encryptionOf(configuration).map((value) => inner.test(value)));
    if (holds === true) return pass(found, expected);
    if (holds === false) return fail(found, expected);
    return { ...unknown(found, expected), because: 'what the configuration says is not known' };
  };
}

function configurationOf({ template, properties }: Resource, graph: Graph): Resource | undefined {
  const value = properties[PATH];
  if (value instanceof Reference) return graph.follow(value);
  const name = asText(value);
  if (name === undefined) return undefined;
  return graph.ofType(TYPE).find((other) => other.template === template && asText(other.properties['Name']) === name);
}
