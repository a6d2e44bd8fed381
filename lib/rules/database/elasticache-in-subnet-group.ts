import { present, property } from '../check';
import type { Rule } from '../rule';

/** Without a subnet group ElastiCache uses the default VPC. */
export const elasticacheInSubnetGroup: Rule = {
  id: 'elasticache-in-subnet-group',
  control: 'NET-01',
  message: 'The cache lands in the default VPC.',
  remediation: 'Name a CacheSubnetGroupName of the data zone.',
  types: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  scope: 'resource',
  evaluate: property('CacheSubnetGroupName', present),
};
