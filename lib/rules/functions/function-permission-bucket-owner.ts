import { textStartsWith } from '../../template';
import { anyOf, NOT_APPLICABLE, present, property } from '../check';
import type { Rule } from '../rule';
import { isService } from './service-principal';

const owned = anyOf(property('SourceAccount', present), property('PrincipalOrgID', present));

/**
 * The ARN of a bucket carries no account, and a name that becomes free can be taken by anybody: who owns the bucket has to
 * be said. https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html
 */
export const functionPermissionBucketOwner: Rule = {
  id: 'function-permission-bucket-owner',
  control: 'IDN-06',
  category: 'public-exposure',
  severity: 'medium',
  message: 'S3 may call the function for a bucket of any account.',
  remediation: 'Set SourceAccount to the account of the bucket.',
  types: ['AWS::Lambda::Permission'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const { Principal } = resource.properties;
    const isBucket = isService(Principal) && textStartsWith(Principal, 's3.') === true;
    return isBucket ? owned(resource, context) : NOT_APPLICABLE;
  },
};
