import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it S3’s own key is used. */
export const trailCustomerKey: Rule = {
  id: 'trail-customer-key',
  control: 'LOG-04',
  message: 'The trail’s files are encrypted with a key that every reader of the bucket may use.',
  remediation: 'Name a customer-managed key in KMSKeyId.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property('KMSKeyId', customerKey),
};
