import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const trailValidated: Rule = {
  id: 'trail-validated',
  control: 'LOG-02',
  message: 'Changed or missing log files would not be noticed.',
  remediation: 'Set EnableLogFileValidation to true.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property('EnableLogFileValidation', isTrue),
};
