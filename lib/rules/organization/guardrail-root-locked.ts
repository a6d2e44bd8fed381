import { and } from '../../model';
import { asText } from '../../template';
import { guardrail, refuses } from './guardrails';
import { conditionKeys, includesText, type Statement } from '../policy';
import type { Rule } from '../rule';

/** Service control policies bind root of member accounts, which nothing else does. */
export const guardrailRootLocked: Rule = {
  id: 'guardrail-root-locked',
  control: 'IDN-03',
  message: 'Root of a member account can do everything, past every other control.',
  remediation: 'Attach a service control policy that denies * when aws:PrincipalArn is like arn:*:iam::*:root.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: guardrail('a policy that denies every action to root', (item) =>
    and(refuses(item), includesText(item.actions, '*'), isOnRoot(item)),
  ),
};

function isOnRoot({ condition }: Statement): boolean {
  const keys = conditionKeys(condition);
  return (
    keys.length === 1 &&
    keys.some(
      ({ key, values }) =>
        key === 'aws:principalarn' && values.some((value) => asText(value)?.endsWith(':iam::*:root')),
    )
  );
}
