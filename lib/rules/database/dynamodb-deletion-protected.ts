import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const dynamodbDeletionProtected: Rule = {
  id: 'dynamodb-deletion-protected',
  control: 'BKP-05',
  message: 'The table can be deleted by one call.',
  remediation: 'Set DeletionProtectionEnabled to true.',
  types: ['AWS::DynamoDB::Table'],
  scope: 'resource',
  evaluate: property('DeletionProtectionEnabled', isTrue),
};
