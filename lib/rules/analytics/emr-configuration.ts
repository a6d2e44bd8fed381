import { forSome } from '../../model';
import { asText, isMap, type Resource, type Value } from '../../template';
import type { Expectation } from '../check';
import { parseJsonText } from '../policy';
import type { Rule, RuleResult } from '../rule';
import { configurationIn, saidBy, saidElsewhere } from './configuration';

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
 * fails; one that is not in the unit cannot be read, and is unknown.
 */
export function configured(inner: Expectation): Rule['evaluate'] {
  return (cluster, { graph }): RuleResult | readonly RuleResult[] => {
    const found = { path: PATH, value: cluster.properties[PATH] };
    const configuration = configurationIn(graph, TYPE, found, cluster);
    if (!configuration) return saidElsewhere(found);
    return saidBy(
      found,
      forSome(encryptionOf(configuration), (value) => inner.test(value)),
      inner.expected,
    );
  };
}
