import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Single-region unless it is asked for; it cannot be changed later. */
export const kmsSingleRegion: Rule = {
  id: 'kms-single-region',
  control: 'RES-04',
  message: 'The key’s material can be copied to another region.',
  remediation: 'Set MultiRegion to false; make a key of its own in each region.',
  types: ['AWS::KMS::Key'],
  scope: 'resource',
  evaluate: property('MultiRegion', isNotTrue),
};
