import { asText, type Resource } from '../../template';
import { fail, NOT_APPLICABLE, pass, unknown, type Found } from '../check';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';
import { PARAMETER } from '../declarations';
import type { Rule, RuleResult } from '../rule';

const EXPECTED = 'NoEcho, and no default';

/**
 * A parameter is for a secret when it says NoEcho or its name says so. Parameters of a type that names a resource,
 * and names in the parameter store, are not judged by their name.
 */
export const noSecretDefault: Rule = {
  id: 'no-secret-default',
  control: 'KEY-11',
  message: 'A parameter for a secret has a default in the template, or is shown by CloudFormation.',
  remediation: 'Set NoEcho to true and remove the default; better, refer to the secret store where the secret is used.',
  types: [PARAMETER],
  scope: 'resource',
  evaluate: (resource) => {
    const { Name, Default, NoEcho } = resource.properties;
    const found = { path: 'Default', value: Default };
    const text = asText(Default);
    const isSecret = NoEcho === true || namesSecret(asText(Name) ?? '');
    if (text !== undefined && holdsSecret(text)) return shown(found);
    if (!isSecret) return NOT_APPLICABLE;
    if (NoEcho !== true && isKnownType(resource)) return { ...fail({ path: 'NoEcho', value: false }, 'NoEcho true') };
    if (text !== undefined && !isPointer(text)) return shown(found);
    return isStored(resource)
      ? unknown({ path: 'Value', value: resource.properties['Value'] ?? null }, EXPECTED)
      : pass(found, EXPECTED);
  },
};

function shown(found: Found): RuleResult {
  return { ...fail(found, EXPECTED), observed: '[masked]' };
}

/** Only texts and lists of them are typed in. */
function isKnownType({ properties }: Resource): boolean {
  return /^(String|CommaDelimitedList)$/.test(asText(properties['Type']) ?? '');
}

function isStored({ properties }: Resource): boolean {
  return (asText(properties['Type']) ?? '').startsWith('AWS::SSM::Parameter::Value');
}
