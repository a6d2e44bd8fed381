import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Off unless it is asked for. */
export const bucketNoAcceleration: Rule = {
  id: 'bucket-no-acceleration',
  control: 'RES-09',
  message: 'Uploads enter AWS at edge locations of other countries.',
  remediation: 'Remove AccelerateConfiguration.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: keepsHome('acceleration', { unset: 'pass' }),
};
