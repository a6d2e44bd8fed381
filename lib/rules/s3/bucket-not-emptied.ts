import { companions, fail, isAlone, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'a bucket that is not emptied with its stack';

/**
 * The CDK’s autoDeleteObjects. Information that its landing zone declares UNCLASSIFIED needs no sanitisation (S17 10.3.3
 * speaks of classified information).
 */
export const bucketNotEmptied: Rule = {
  id: 'bucket-not-emptied',
  control: 'WKL-10',
  message: 'Deleting the stack deletes what is in the bucket, without anybody’s decision.',
  remediation: 'Leave autoDeleteObjects out, and dispose of the content by the runbook.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: (resource, { graph, profile }) => {
    const [lowest] = profile.classification.levels;
    const found = { path: 'BucketName', value: resource.properties['BucketName'] };
    const naming = { type: 'Custom::S3AutoDeleteObjects', path: 'BucketName', name: 'BucketName' };
    const alone = isAlone(companions(graph, resource, naming));
    if (alone === true) return pass(found, EXPECTED);
    if (resource.template.claims?.marker?.classification === lowest) return NOT_APPLICABLE;
    if (alone === false) return { ...fail(found, EXPECTED), observed: 'Custom::S3AutoDeleteObjects' };
    return { ...unknown(found, EXPECTED), because: 'which bucket is emptied is named at deployment' };
  },
};
