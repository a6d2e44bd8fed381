import { and, or, type Trilean } from '../../model';
import { asBoolean } from '../../template';
import { guardrail, isForAll, refuses } from './guardrails';
import { conditionKeys, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';

/** A policy that denies kms:CreateKey altogether counts too. */
export const guardrailNoMultiRegionKeys: Rule = {
  id: 'guardrail-no-multi-region-keys',
  control: 'RES-04',
  message: 'Keys can be made whose material may be copied to other regions.',
  remediation: 'Attach a service control policy that denies kms:CreateKey when kms:MultiRegion is true.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: guardrail('a policy that denies kms:CreateKey for multi-region keys', (item) =>
    and(refuses(item), speaksOf(item, 'kms:CreateKey'), isOnMultiRegion(item)),
  ),
};

function isOnMultiRegion(item: Statement): Trilean {
  const keys = conditionKeys(item.condition);
  const isNamed =
    keys.length === 1 &&
    keys.some(({ key, values }) => key === 'kms:multiregion' && values.some((value) => asBoolean(value) === true));
  return or(isNamed, isForAll(item));
}
