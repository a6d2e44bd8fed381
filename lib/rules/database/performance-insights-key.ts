import { customerKey, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Statements that the database ran are kept with it; without a key of one’s own under one of AWS. */
export const performanceInsightsKey: Rule = {
  id: 'performance-insights-key',
  control: 'KEY-02',
  severity: 'low',
  message: 'Performance Insights keeps statements under a key that nobody here controls.',
  remediation: 'Name a customer-managed key in PerformanceInsightsKMSKeyId.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const isCluster = resource.type === 'AWS::RDS::DBCluster';
    const path = isCluster ? 'PerformanceInsightsKmsKeyId' : 'PerformanceInsightsKMSKeyId';
    const isOn = isCluster ? 'PerformanceInsightsEnabled' : 'EnablePerformanceInsights';
    return property(path, customerKey, when(isOn, isTrue))(resource, context);
  },
};
