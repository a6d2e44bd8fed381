import { customerKey, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Encryption that names no key uses the one that AWS manages in the account, whose policy nobody here decides. */
export const dynamodbKeyNamed: Rule = {
  id: 'dynamodb-key-named',
  control: 'KEY-02',
  message: 'The table is encrypted with the key that AWS manages.',
  remediation: 'Name a customer-managed key in SSESpecification.KMSMasterKeyId.',
  types: ['AWS::DynamoDB::Table', 'AWS::Serverless::SimpleTable'],
  scope: 'resource',
  evaluate: property('SSESpecification.KMSMasterKeyId', customerKey, when('SSESpecification.SSEEnabled', isTrue)),
};
