import type { RuleResult } from '../rule';
import {
  asText,
  DynamicReference,
  Elsewhere,
  OneOf,
  Partial,
  Reference,
  Unknown,
  type Resource,
  type Value,
} from '../../template';
import { fail, pass, unknown, type Found } from '../check';

const EXPECTED = 'a reference to a secret store, or a NoEcho parameter without a default';

/**
 * Judges what stands where a secret belongs. Right is a dynamic reference to Secrets Manager or a SecureString, what a
 * resource returns, and a parameter that CloudFormation does not show and that has no default.
 */
export function judgeSecret(found: Found, resource: Resource): RuleResult {
  const options = found.value instanceof OneOf ? found.value.options : [found.value ?? null];
  const verdicts = options.map((option) => verdictOf(option, resource));
  if (verdicts.includes('plain')) return { ...fail(found, EXPECTED), observed: '[masked]' };
  if (verdicts.includes('unknown')) return unknown(found, EXPECTED);
  return { ...pass(found, EXPECTED), observed: 'no literal' };
}

function verdictOf(value: Value, resource: Resource): 'plain' | 'kept' | 'unknown' {
  if (value === null || value === '' || value instanceof Reference || value instanceof Elsewhere) return 'kept';
  if (value instanceof DynamicReference) return value.service === 'ssm' ? 'plain' : 'kept';
  if (value instanceof Partial) return partVerdict(value, resource);
  if (value instanceof Unknown) return ofParameter(value, resource);
  return asText(value) === undefined ? 'unknown' : 'plain';
}

/** Text around a secret (a user name, a JSON key) is none itself. */
function partVerdict({ parts }: Partial, resource: Resource): 'plain' | 'kept' | 'unknown' {
  const verdicts = parts.filter((part) => typeof part !== 'string').map((part) => verdictOf(part, resource));
  if (verdicts.includes('plain')) return 'plain';
  return verdicts.includes('unknown') ? 'unknown' : 'kept';
}

/** What is typed in for a parameter is shown by CloudFormation unless the parameter says NoEcho. */
function ofParameter({ source }: Unknown, { template }: Resource): 'plain' | 'kept' | 'unknown' {
  const parameter = template.parameters.find(({ name }) => name === source);
  if (!parameter) return 'unknown';
  return parameter.noEcho ? 'kept' : 'plain';
}
