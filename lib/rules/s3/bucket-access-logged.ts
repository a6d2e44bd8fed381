import { filled, NOT_APPLICABLE, property, worst } from '../check';
import { isLogDestination } from './is-log-destination';
import { listed, type Rule } from '../rule';

const logged = property('LoggingConfiguration', filled);

/**
 * Off unless it is asked for; an entry without DestinationBucketName logs into the bucket itself. Buckets that
 * receive access logs are not judged: to log that would never end.
 */
export const bucketAccessLogged: Rule = {
  id: 'bucket-access-logged',
  control: 'LOG-08',
  severity: 'medium',
  message: 'Nobody records who reads the bucket.',
  remediation: 'Set LoggingConfiguration with a bucket for access logs.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const results = listed(logged(resource, context));
    if (worst(results) === 'pass') return results;
    return isLogDestination(resource, context.graph) === true ? NOT_APPLICABLE : results;
  },
};
