import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off in CloudFormation unless it is asked for; required with IsMultiRegionTrail. */
export const trailGlobalEvents: Rule = {
  id: 'trail-global-events',
  control: 'LOG-01',
  message: 'The trail leaves out sign-ins and changes of identities.',
  remediation: 'Set IncludeGlobalServiceEvents to true.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property('IncludeGlobalServiceEvents', isTrue),
};
