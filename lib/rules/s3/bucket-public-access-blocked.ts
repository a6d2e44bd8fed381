import { allOf, isTrue, present, property, when } from '../check';
import type { Rule } from '../rule';

const BLOCK = 'PublicAccessBlockConfiguration';
const FLAGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** A block that leaves a flag out turns it off. A bucket without a block has a rule of its own. */
export const bucketPublicAccessBlocked: Rule = {
  id: 'bucket-public-access-blocked',
  control: 'RES-15',
  message: 'The bucket turns a part of its block of public access off.',
  remediation: 'Set all four flags of PublicAccessBlockConfiguration to true.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: allOf(...FLAGS.map((flag) => property(`${BLOCK}.${flag}`, isTrue, when(BLOCK, present)))),
};
