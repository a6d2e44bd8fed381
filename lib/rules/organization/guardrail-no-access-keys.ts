import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * Nothing refuses it by default. Judged over the attached service control policies of the unit; a condition may
 * exempt named roles.
 */
export const guardrailNoAccessKeys: Rule = {
  id: 'guardrail-no-access-keys',
  control: 'IDN-12',
  message: 'Anybody with enough rights can make long-lived keys.',
  remediation: 'Attach a service control policy that denies iam:CreateAccessKey.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('iam:CreateAccessKey'),
};
