import { among, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const bucketVersioned: Rule = {
  id: 'bucket-versioned',
  control: 'BKP-06',
  message: 'Overwritten and deleted objects are gone.',
  remediation: 'Set VersioningConfiguration.Status to Enabled.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property('VersioningConfiguration.Status', among('Enabled')),
};
