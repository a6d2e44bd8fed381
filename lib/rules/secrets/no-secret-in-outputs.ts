import {
  asText,
  DynamicReference,
  Partial,
  partsOf,
  Reference,
  Unknown,
  type Graph,
  type Part,
  type Resource,
  type Value,
} from '../../template';
import { fail, pass, unknown, type Found } from '../check';
import { OUTPUT } from '../declarations';
import type { Rule, RuleResult } from '../rule';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';

const EXPECTED = 'no secret';

/**
 * Secrets are: a NoEcho parameter, a dynamic reference to a secret, and text in the form of one. The ARN of a
 * secret is none.
 */
export const noSecretInOutputs: Rule = {
  id: 'no-secret-in-outputs',
  control: 'KEY-11',
  message: 'An output shows a secret to everybody who may describe the stack.',
  remediation: 'Output the ARN of the secret instead.',
  types: [OUTPUT],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const { Name, Value: shown = null } = resource.properties;
    const found = { path: 'Value', value: shown };
    if (shows(shown, resource, graph)) return { ...fail(found, EXPECTED), observed: '[masked]' };
    if (!namesSecret(asText(Name) ?? '')) return { ...pass(found, EXPECTED), observed: 'no secret' };
    return judgeNamed(found);
  },
};

function isSecret(item: Part, { template }: Resource, graph: Graph): boolean {
  if (item instanceof Reference)
    return item.attribute === 'SecretAccessKey' && graph.follow(item)?.type === 'AWS::IAM::AccessKey';
  if (item instanceof DynamicReference) return item.service !== 'ssm';
  return item instanceof Unknown && template.parameters.some(({ name, noEcho }) => noEcho && name === item.source);
}

function shows(shown: Value, resource: Resource, graph: Graph): boolean {
  const parts = partsOf(shown) ?? [];
  return parts.some((item) => (typeof item === 'string' ? holdsSecret(item) : isSecret(item, resource, graph)));
}

/** An output whose name says that it is a secret. */
function judgeNamed({ path, value }: Found): RuleResult {
  const text = asText(value);
  if (text !== undefined && !isPointer(text)) return { ...fail({ path, value }, EXPECTED), observed: '[masked]' };
  const isOpen = value instanceof Unknown && !(value instanceof Partial);
  return isOpen ? unknown({ path, value }, EXPECTED) : { ...pass({ path, value }, EXPECTED), observed: 'no secret' };
}
