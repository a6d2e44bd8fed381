import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Single-region unless it is asked for, which a declared transfer allows; it cannot be changed later. */
export const kmsSingleRegion: Rule = {
  id: 'kms-single-region',
  control: 'RES-04',
  message: 'The key’s material can be copied to another region.',
  remediation: 'Set MultiRegion to false; make a key of its own in each region, or declare the transfer.',
  types: ['AWS::KMS::Key'],
  scope: 'resource',
  evaluate: keepsHome('keys', { unset: 'pass' }),
};
