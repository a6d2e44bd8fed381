import { customerKey, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

const ofCluster = property('PerformanceInsightsKmsKeyId', customerKey, when('PerformanceInsightsEnabled', isTrue));

const ofInstance = property('PerformanceInsightsKMSKeyId', customerKey, when('EnablePerformanceInsights', isTrue));

/** Statements that the database ran are kept with it; without a key of one’s own under one of AWS. */
export const performanceInsightsKey: Rule = {
  id: 'performance-insights-key',
  control: 'KEY-02',
  severity: 'low',
  message: 'Performance Insights keeps statements under a key that nobody here controls.',
  remediation: 'Name a customer-managed key in PerformanceInsightsKMSKeyId.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: (resource, context) =>
    resource.type === 'AWS::RDS::DBCluster' ? ofCluster(resource, context) : ofInstance(resource, context),
};
