import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * An administrator of the account may do so by default. Judged over the attached service control policies of the
 * unit; a condition may exempt named roles.
 */
export const guardrailDetectionProtected: Rule = {
  id: 'guardrail-detection-protected',
  control: 'LOG-11',
  message: 'A member account can switch off threat detection.',
  remediation: 'Attach a service control policy that denies deleting detectors and leaving their administrator.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('guardduty:DeleteDetector', 'guardduty:DisassociateFromAdministratorAccount'),
};
