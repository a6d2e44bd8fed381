import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const dynamodbPointInTimeRecovery: Rule = {
  id: 'dynamodb-point-in-time-recovery',
  control: 'BKP-06',
  message: 'The table cannot be restored to a point in time.',
  remediation: 'Set PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled to true.',
  types: ['AWS::DynamoDB::Table', 'AWS::Serverless::SimpleTable'],
  scope: 'resource',
  evaluate: property('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', isTrue),
};
