import { anyOf, filled, present, property } from '../check';
import type { Rule } from '../rule';

/** Redis and Valkey ask for nothing unless they are told to. */
export const elasticacheAuthenticated: Rule = {
  id: 'elasticache-authenticated',
  control: 'IDN-12',
  category: 'public-exposure',
  severity: 'medium',
  message: 'Whoever reaches the cache can read and change it.',
  remediation: 'Name UserGroupIds (role-based access), or an AuthToken from Secrets Manager.',
  types: ['AWS::ElastiCache::ReplicationGroup'],
  scope: 'resource',
  evaluate: anyOf(property('AuthToken', present), property('UserGroupIds', filled)),
};
