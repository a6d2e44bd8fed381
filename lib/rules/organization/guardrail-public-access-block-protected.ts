import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * Nothing refuses it by default. Judged over the attached service control policies of the unit; a condition may
 * exempt named roles.
 */
export const guardrailPublicAccessBlockProtected: Rule = {
  id: 'guardrail-public-access-block-protected',
  control: 'RES-15',
  message: 'A member account can lower its block of public access.',
  remediation: 'Attach a service control policy that denies s3:PutAccountPublicAccessBlock.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('s3:PutAccountPublicAccessBlock'),
};
