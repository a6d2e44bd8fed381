import { NOT_APPLICABLE } from '../check';
import { holds } from './proved';
import type { Rule } from '../rule';

/** Proved over every action: somebody, if only a role that is exempt, can still act where work is allowed. */
export const guardrailLeavesBreakGlass: Rule = {
  id: 'guardrail-leaves-break-glass',
  control: 'IDN-08',
  message: 'Service control policies deny everything to everybody, the emergency role included.',
  remediation: 'Exempt the break-glass role by ArnNotLike on aws:PrincipalArn from the policy that denies everything.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: holds('lock-out', NOT_APPLICABLE),
};
