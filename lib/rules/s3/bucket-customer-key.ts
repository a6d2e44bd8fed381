import { all, among, customerKey, field, NOT_APPLICABLE, property, some, worst } from '../check';
import { isLogDestination } from './is-log-destination';
import { listed, type Rule } from '../rule';

const judgeKey = property(
  'BucketEncryption.ServerSideEncryptionConfiguration',
  some(
    all(
      field('ServerSideEncryptionByDefault.SSEAlgorithm', among('aws:kms', 'aws:kms:dsse')),
      field('ServerSideEncryptionByDefault.KMSMasterKeyID', customerKey),
    ),
  ),
);

/**
 * A bucket that says nothing of encryption is told of by bucket-encryption-declared. Buckets that receive access logs are
 * not judged: S3 and load balancers deliver only to buckets with S3’s own key.
 */
export const bucketCustomerKey: Rule = {
  id: 'bucket-customer-key',
  control: 'KEY-02',
  message: 'Objects are encrypted with a key that every reader of the bucket may use.',
  remediation: 'Set BucketEncryption with SSEAlgorithm aws:kms and a customer-managed KMSMasterKeyID.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (resource.properties['BucketEncryption'] === undefined) return NOT_APPLICABLE;
    const results = listed(judgeKey(resource, context));
    if (worst(results) === 'pass') return results;
    const exempt = isLogDestination(resource, context.graph);
    return exempt === true ? NOT_APPLICABLE : results;
  },
};
