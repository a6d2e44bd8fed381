import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * An administrator of the account may do so by default. Judged over the attached service control policies of the
 * unit; a condition may exempt named roles.
 */
export const guardrailRecordProtected: Rule = {
  id: 'guardrail-record-protected',
  control: 'LOG-11',
  message: 'A member account can stop the record of what is done in it.',
  remediation: 'Attach a service control policy that denies stopping and deleting trails and recorders.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan(
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'config:StopConfigurationRecorder',
    'config:DeleteConfigurationRecorder',
  ),
};
