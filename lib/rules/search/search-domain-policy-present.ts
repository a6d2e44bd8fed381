import { either, field, filled, matching, property } from '../check';
import type { Rule } from '../rule';

/**
 * Without a policy a domain in a VPC lets everybody in who reaches it, and fine-grained control, if any, is all
 * that is left.
 */
export const searchDomainPolicyPresent: Rule = {
  id: 'search-domain-policy-present',
  control: 'RES-14',
  severity: 'medium',
  message: 'The search domain says nothing of who may use it.',
  remediation: 'Set AccessPolicies with named principals or addresses.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('AccessPolicies', either(field('Statement', filled), matching('JSON', /Statement/))),
};
