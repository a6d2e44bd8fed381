import { allOf, among, isTrue, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** DynamoDB always encrypts; without SSESpecification with a key that AWS owns and nobody here can see in use. */
export const dynamodbCustomerKey: Rule = {
  id: 'dynamodb-customer-key',
  control: 'KEY-02',
  message: 'The table is encrypted with a key that AWS owns.',
  remediation: 'Set SSESpecification with SSEEnabled true, SSEType KMS and a customer-managed KMSMasterKeyId.',
  types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'AWS::Serverless::SimpleTable'],
  scope: 'resource',
  evaluate: allOf(
    property('SSESpecification.SSEEnabled', isTrue),
    property('SSESpecification.SSEType', orAbsent(among('KMS'))),
  ),
};
