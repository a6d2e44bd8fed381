import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * Nothing refuses it by default. Judged over the attached service control policies of the unit; a condition may
 * exempt named roles.
 */
export const guardrailNoUsers: Rule = {
  id: 'guardrail-no-users',
  control: 'IDN-01',
  message: 'Anybody with enough rights can make users past the central identity provider.',
  remediation: 'Attach a service control policy that denies iam:CreateUser.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('iam:CreateUser'),
};
