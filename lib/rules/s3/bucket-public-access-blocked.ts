import type { Rule } from '../rule';
import { wholeBlock } from './public-access-block';

/** A block that leaves a flag out turns it off. A bucket without a block has a rule of its own. */
export const bucketPublicAccessBlocked: Rule = {
  id: 'bucket-public-access-blocked',
  control: 'RES-15',
  message: 'The bucket turns a part of its block of public access off.',
  remediation: 'Set all four flags of PublicAccessBlockConfiguration to true.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: wholeBlock,
};
