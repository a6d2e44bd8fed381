import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** The property is required. */
export const trailLogging: Rule = {
  id: 'trail-logging',
  control: 'LOG-01',
  message: 'The trail is switched off.',
  remediation: 'Set IsLogging to true.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property('IsLogging', isTrue),
};
