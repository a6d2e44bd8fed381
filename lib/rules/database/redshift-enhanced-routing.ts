import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/**
 * Otherwise COPY and UNLOAD go through a network of AWS, where neither flow logs nor endpoint policies see them.
 */
export const redshiftEnhancedRouting: Rule = {
  id: 'redshift-enhanced-routing',
  control: 'NET-05',
  category: 'network-segmentation',
  severity: 'medium',
  message: 'Loads and unloads of the data warehouse bypass the VPC.',
  remediation: 'Set EnhancedVpcRouting to true.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('EnhancedVpcRouting', isTrue),
};
