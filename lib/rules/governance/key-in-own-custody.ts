import { asText, isMadeInStore, type Found } from '../../template';
import { fail, NOT_APPLICABLE, pass, referred, unknown } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';
import { levelOf, reaches } from './levels';
import { KEY_PATHS, keysOf } from './store-keys';

const EXPECTED = 'a key whose material the department imports (Origin EXTERNAL), or one of a key store of its own';

/**
 * Judged where the profile says from which level keys must be the department’s own. CloudFormation makes no key in a
 * CloudHSM or external key store: one that the function of `StoredKey` makes, with its code to the letter, is known to be in one;
 * of any other, named by its ARN, the key store’s own records show who holds it.
 */
export const keyInOwnCustody: Rule = {
  id: 'key-in-own-custody',
  control: 'KEY-09',
  message: 'AWS made the material of the key: the department does not hold it, and cannot take it away.',
  remediation:
    'Import the material (Origin EXTERNAL), make the key in a key store (StoredKey), or name a key of one by its ARN.',
  types: Object.keys(KEY_PATHS),
  scope: 'resource',
  evaluate: (resource, context) => {
    const { profile } = context;
    const level = levelOf(resource.template.claims?.marker?.classification ?? '', profile);
    const from = levelOf(profile.ownKeysFrom?.value ?? '', profile);
    if (level === undefined || from === undefined || !reaches(level, from, profile)) return NOT_APPLICABLE;
    const results = keysOf(resource).map((found) => judge(found, context));
    return results.length > 0 ? results : NOT_APPLICABLE;
  },
};

function judge(found: Found, { graph }: RuleContext): RuleResult {
  const key = referred(found.value, graph);
  if (key && isMadeInStore(key, graph)) return pass(found, EXPECTED);
  if (key?.type !== 'AWS::KMS::Key') {
    // Keys of AWS services are AWS’s own.
    if (/(^|:)alias\/aws\//.test(asText(found.value) ?? '')) return fail(found, EXPECTED);
    return { ...unknown(found, EXPECTED), because: 'who holds the material of the key stands in no template' };
  }
  const { Origin: origin } = key.properties;
  if (origin === undefined) return fail(found, EXPECTED);
  const text = asText(origin);
  if (text === undefined) return unknown(found, EXPECTED);
  return text === 'AWS_KMS' ? fail(found, EXPECTED) : pass(found, EXPECTED);
}
