import { and, forSome, type Trilean } from '../../model';
import { describe, Reference, type Value } from '../../template';
import { fail, pass } from '../check';
import { BUCKET_POLICIES } from './is-log-destination';
import { isTlsOnly, resourceDocuments, tlsOnly, unreadable, type Statement } from '../policy';
import type { Rule } from '../rule';

/** Reading, writing and listing: a refusal of one leaves the others open. */
const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:ListBucket'];

const EXPECTED = 'a statement that denies everybody when aws:SecureTransport is false';

const ofBucket = tlsOnly([BUCKET_POLICIES], ACTIONS, onBucketAndObjects);

/**
 * S3 answers on HTTP unless a policy refuses it. Judged on the bucket, whose policy may stand anywhere in the
 * unit, and on a policy by itself.
 */
export const bucketTlsOnly: Rule = {
  id: 'bucket-tls-only',
  control: 'NET-14',
  message: 'Objects may be read and written without TLS.',
  remediation:
    'Add a statement to the bucket’s policy that denies s3:* to everybody when aws:SecureTransport is false.',
  types: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (resource.type === 'AWS::S3::Bucket') return ofBucket(resource, context);
    const [document] = resourceDocuments(resource);
    const found = { path: 'PolicyDocument', value: undefined };
    const isOnly = isTlsOnly(resource, ACTIONS, onBucketAndObjects);
    if (isOnly === 'unknown' && document) return unreadable(document, EXPECTED);
    return isOnly ? pass(found, EXPECTED) : { ...fail(found, EXPECTED), observed: 'no such statement' };
  },
};

/** A refusal for the objects alone leaves their list open, one for the bucket alone the objects. */
function onBucketAndObjects({ resources }: Statement): Trilean {
  return and(forSome(resources, isBucket), forSome(resources, isObjects));
}

function isBucket(value: Value): Trilean {
  const text = describe(value);
  return value instanceof Reference || !text.includes('/') || text === '*';
}

function isObjects(value: Value): Trilean {
  return /^\*$|^[^/]*\*$|^[^/]+\/\*$/.test(describe(value));
}
