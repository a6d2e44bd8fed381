import type { Rule } from '../rule';
import { proved } from './proved';

/** Service control policies bind root of member accounts, which nothing else does. */
export const guardrailRootLocked: Rule = {
  id: 'guardrail-root-locked',
  control: 'IDN-03',
  message: 'Root of a member account can do everything, past every other control.',
  remediation: 'Attach a service control policy that denies * when aws:PrincipalArn is like arn:*:iam::*:root.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: proved((guardrails) => [guardrails.rootCanNothing()]),
};
