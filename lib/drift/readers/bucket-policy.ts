import { GetBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { isSamePolicy } from '../compare/canonical';
import { documentOf } from '../json';
import { Gone, orGone, unlessUnset, type Reader } from '../reader';

/** Policies of buckets: nothing beside what the template says. */
export const BUCKET_POLICY: Reader = {
  type: 'AWS::S3::BucketPolicy',
  facets: [
    {
      properties: ['PolicyDocument'],
      isSame: isSamePolicy,
      read: ({ physicalId, designed }, access) => {
        const bucket = designed('Bucket');
        const command = new GetBucketPolicyCommand({ Bucket: typeof bucket === 'string' ? bucket : physicalId });
        const asked = unlessUnset(access.client(S3Client).send(command), 'NoSuchBucketPolicy');
        return orGone(
          asked.then((answer) =>
            answer ? { PolicyDocument: documentOf(answer.Policy) } : new Gone('the bucket has no policy'),
          ),
        );
      },
    },
  ],
};
