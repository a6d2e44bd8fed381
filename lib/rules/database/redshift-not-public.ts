import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Since January 2025 a cluster is private unless it is told otherwise. */
export const redshiftNotPublic: Rule = {
  id: 'redshift-not-public',
  control: 'WKL-01',
  message: 'The data warehouse has a public address.',
  remediation: 'Set PubliclyAccessible to false.',
  types: ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Workgroup'],
  scope: 'resource',
  evaluate: property('PubliclyAccessible', isNotTrue),
};
