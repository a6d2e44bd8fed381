import { asText, isMap, type Resource } from '../../template';
import { pass } from '../check';
import type { Rule, RuleResult } from '../rule';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';
import { NAMED_SETTINGS } from './named-settings';
import { judgeSecret } from './plaintext';
import type { Variable } from './variables';

const CUSTOM = 'AWS::CloudFormation::CustomResource';

/**
 * A setting is judged by its name and by the form of its value. What belongs to a secret has to come from a store, or be a
 * NoEcho parameter without a default.
 */
export const noSecretInSettings: Rule = {
  id: 'no-secret-in-settings',
  control: 'KEY-11',
  message: 'A secret stands in the template among the settings that are handed on.',
  remediation: 'Refer to the secret with {{resolve:secretsmanager:…}}, or hand on its ARN.',
  types: ['*'],
  scope: 'resource',
  evaluate: (resource) => {
    const readers = NAMED_SETTINGS[resource.type.startsWith('Custom::') ? CUSTOM : resource.type] ?? [];
    return readers.flatMap((read) => read(resource)).map((variable) => judgeSetting(variable, resource));
  },
};

function judgeSetting({ name, found, isMarked }: Variable, resource: Resource): RuleResult {
  const text = asText(found.value);
  const isSecret = namesSecret(name.split('.').at(-1) ?? '') || isMarked;
  if (text === undefined ? isSecret && !isMap(found.value) : holdsSecret(text) || (isSecret && !isPointer(text))) {
    return judgeSecret(found, resource);
  }
  return { ...pass(found, 'no secret'), observed: 'no secret' };
}
