import type { GuardrailDocument } from '../../../lib/model';

/**
 * All four of S3's public access blocks, in every account, above what accounts and buckets set themselves (source:
 * Organizations user guide, Amazon S3 policy syntax). It replaces the account-level block, for which CloudFormation has
 * no resource. Attach it at the root. Evidence for RES-15.
 */
export function s3PublicAccessPolicy(namePrefix = 'lionrock'): GuardrailDocument {
  return {
    name: `${namePrefix}-s3-public-access`,
    type: 'S3_POLICY',
    description: 'No bucket of any account is public, whatever its own settings say',
    document: { s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } } },
  };
}
