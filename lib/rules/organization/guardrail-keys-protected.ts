import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * Nothing refuses it by default. Judged over the attached service control policies of the unit; a condition may
 * exempt named roles.
 */
export const guardrailKeysProtected: Rule = {
  id: 'guardrail-keys-protected',
  control: 'KEY-06',
  message: 'Anybody with enough rights can delete keys, and with them all that they encrypt.',
  remediation: 'Attach a service control policy that denies kms:ScheduleKeyDeletion to all but the key administrators.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('kms:ScheduleKeyDeletion'),
};
