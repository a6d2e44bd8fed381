import { and, or, type Trilean } from '../../model';
import { guardrail, isForAll, refuses } from './guardrails';
import { conditionKeys, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';

/** A policy that denies ram:CreateResourceShare altogether counts too. */
export const guardrailSharesInside: Rule = {
  id: 'guardrail-shares-inside',
  control: 'RES-17',
  message: 'A member account can share resources with accounts outside the organisation.',
  remediation:
    'Attach a service control policy that denies ram:CreateResourceShare when ram:RequestedAllowsExternalPrincipals is true.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: guardrail('a policy that denies resource shares with outsiders', (item) =>
    and(refuses(item), speaksOf(item, 'ram:CreateResourceShare'), isOnOutsiders(item)),
  ),
};

function isOnOutsiders(item: Statement): Trilean {
  const keys = conditionKeys(item.condition);
  return or(
    keys.length === 1 && keys.some(({ key }) => key === 'ram:requestedallowsexternalprincipals'),
    isForAll(item),
  );
}
