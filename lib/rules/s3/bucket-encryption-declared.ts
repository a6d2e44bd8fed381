import { among, field, property, some } from '../check';
import type { Rule } from '../rule';

/**
 * Since 2023 S3 encrypts every object with its own key (SSE-S3) when nothing is said: nothing lies in plain text, and the
 * bucket is as badly off as one that asks for that key (bucket-customer-key), hence medium.
 */
export const bucketEncryptionDeclared: Rule = {
  id: 'bucket-encryption-declared',
  control: 'KEY-01',
  severity: 'medium',
  message: 'The bucket does not say how its objects are encrypted.',
  remediation: 'Set BucketEncryption with SSEAlgorithm aws:kms and a customer-managed key.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property(
    'BucketEncryption.ServerSideEncryptionConfiguration',
    some(field('ServerSideEncryptionByDefault.SSEAlgorithm', among('AES256', 'aws:kms', 'aws:kms:dsse'))),
  ),
};
