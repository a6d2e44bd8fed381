import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, in each replica by itself. */
export const dynamodbGlobalDeletionProtected: Rule = {
  id: 'dynamodb-global-deletion-protected',
  control: 'BKP-05',
  message: 'A replica of the table can be deleted by one call.',
  remediation: 'Set DeletionProtectionEnabled to true in each replica.',
  types: ['AWS::DynamoDB::GlobalTable'],
  scope: 'resource',
  evaluate: property('Replicas[].DeletionProtectionEnabled', isTrue),
};
