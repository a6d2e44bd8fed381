import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const daxEncrypted: Rule = {
  id: 'dax-encrypted',
  control: 'KEY-01',
  message: 'The cache of tables is not encrypted.',
  remediation: 'Set SSESpecification.SSEEnabled to true.',
  types: ['AWS::DAX::Cluster'],
  scope: 'resource',
  evaluate: property('SSESpecification.SSEEnabled', isTrue),
};
