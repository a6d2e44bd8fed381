import { customerKey, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Each replica has the key of its region; one that names none uses the key that AWS manages there. */
export const dynamodbGlobalKeyNamed: Rule = {
  id: 'dynamodb-global-key-named',
  control: 'KEY-02',
  message: 'A replica of the table is encrypted with the key that AWS manages.',
  remediation: 'Name a customer-managed key of the region in SSESpecification.KMSMasterKeyId of each replica.',
  types: ['AWS::DynamoDB::GlobalTable'],
  scope: 'resource',
  evaluate: property(
    'Replicas[].SSESpecification.KMSMasterKeyId',
    customerKey,
    when('SSESpecification.SSEEnabled', isTrue),
  ),
};
