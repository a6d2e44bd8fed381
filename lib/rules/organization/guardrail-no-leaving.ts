import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * Nothing refuses it by default. Judged over the attached service control policies of the unit; a condition may
 * exempt named roles.
 */
export const guardrailNoLeaving: Rule = {
  id: 'guardrail-no-leaving',
  control: 'GOV-08',
  message: 'A member account can leave the organisation, and all of its guardrails.',
  remediation: 'Attach a service control policy that denies organizations:LeaveOrganization.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('organizations:LeaveOrganization'),
};
