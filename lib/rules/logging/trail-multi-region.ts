import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const trailMultiRegion: Rule = {
  id: 'trail-multi-region',
  control: 'LOG-01',
  message: 'The trail does not see what is done in other regions.',
  remediation: 'Set IsMultiRegionTrail to true.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property('IsMultiRegionTrail', isTrue),
};
