import { noneOf, pass, property, referred } from '../check';
import type { Rule } from '../rule';

const named = noneOf('open-access');
const judged = property('ACLName', named);

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
  evaluate: (resource, context) => {
    const value = resource.properties['ACLName'];
    const isOwn = referred(value, context.graph)?.type === 'AWS::MemoryDB::ACL';
    return isOwn ? pass({ path: 'ACLName', value }, named.expected) : judged(resource, context);
  },
};
