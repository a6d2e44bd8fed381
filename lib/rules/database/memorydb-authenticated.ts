import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** The list open-access, which every account has, lets everybody in without a password. */
export const memorydbAuthenticated: Rule = {
  id: 'memorydb-authenticated',
  control: 'IDN-12',
  category: 'public-exposure',
  severity: 'medium',
  message: 'Whoever reaches the store can read and change it.',
  remediation: 'Name an ACL of your own with users that have passwords or IAM authentication.',
  types: ['AWS::MemoryDB::Cluster'],
  scope: 'resource',
  evaluate: property('ACLName', noneOf('open-access')),
};
