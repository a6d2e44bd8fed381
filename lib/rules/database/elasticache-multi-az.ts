import { allOf, isNotFalse, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const elasticacheMultiAz: Rule = {
  id: 'elasticache-multi-az',
  control: 'BKP-07',
  severity: 'low',
  message: 'The cache stands in one availability zone.',
  remediation: 'Set MultiAZEnabled and AutomaticFailoverEnabled to true.',
  types: ['AWS::ElastiCache::ReplicationGroup'],
  scope: 'resource',
  evaluate: allOf(property('MultiAZEnabled', isTrue), property('AutomaticFailoverEnabled', isNotFalse)),
};
