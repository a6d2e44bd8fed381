import { atMost, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set is 365 days. */
export const kmsRotationWithinYear: Rule = {
  id: 'kms-rotation-within-year',
  control: 'KEY-05',
  message: 'The key keeps its material for more than a year.',
  remediation: 'Set RotationPeriodInDays to 365 or less.',
  types: ['AWS::KMS::Key'],
  scope: 'resource',
  evaluate: property('RotationPeriodInDays', orAbsent(atMost(365, 'days'))),
};
