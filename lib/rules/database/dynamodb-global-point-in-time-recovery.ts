import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, in each replica. */
export const dynamodbGlobalPointInTimeRecovery: Rule = {
  id: 'dynamodb-global-point-in-time-recovery',
  control: 'BKP-06',
  message: 'A replica of the table cannot be restored to a point in time.',
  remediation: 'Set PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled of each replica to true.',
  types: ['AWS::DynamoDB::GlobalTable'],
  scope: 'resource',
  evaluate: property('Replicas[].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', isTrue),
};
