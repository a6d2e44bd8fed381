import { forSome } from '../../model';
import { accompanied, among, at, filled, NOT_APPLICABLE } from '../check';
import { listed, type Rule } from '../rule';

const uploads = among('PUT', 'POST');

const scanned = accompanied({
  namings: [
    {
      type: 'AWS::GuardDuty::MalwareProtectionPlan',
      path: 'ProtectedResource.S3Bucket.BucketName',
      name: 'BucketName',
    },
  ],
  expected: 'a malware protection plan of the bucket',
});

/**
 * A bucket that lets web pages of others write into it (CORS) accepts files from outside. One that tells of new objects
 * may have a scanner of its own behind that, which a template does not show: it is not judged.
 */
export const uploadBucketScanned: Rule = {
  id: 'upload-bucket-scanned',
  control: 'DET-09',
  message: 'Nobody looks for malware in the files that are sent to the bucket.',
  remediation: 'Add a GuardDuty MalwareProtectionPlan for the bucket.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const { properties } = resource;
    const methods = at(properties, 'CorsConfiguration.CorsRules[].AllowedMethods[]');
    const accepts = forSome(methods, ({ value }) => uploads.test(value));
    if (accepts !== true) return NOT_APPLICABLE;
    const results = listed(scanned(resource, context));
    const isTold = filled.test(properties['NotificationConfiguration']);
    return isTold !== false && results.some(({ status }) => status !== 'pass') ? NOT_APPLICABLE : results;
  },
};
