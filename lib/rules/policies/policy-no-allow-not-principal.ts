import { and } from '../../model';
import {
  forbid,
  isAllow,
  RESOURCE_POLICY_TYPES,
  resourceDocuments,
  TRUST_POLICY_TYPES,
  trustDocuments,
} from '../policy';
import type { Rule } from '../rule';

/** NotPrincipal with Allow speaks of the whole world, anonymous callers included. */
export const policyNoAllowNotPrincipal: Rule = {
  id: 'policy-no-allow-not-principal',
  control: 'RES-14',
  severity: 'critical',
  message: 'The policy lets everybody in except a few.',
  remediation: 'Name who is let in with Principal.',
  types: [...RESOURCE_POLICY_TYPES, 'AWS::Events::EventBusPolicy', ...TRUST_POLICY_TYPES],
  scope: 'resource',
  evaluate: forbid({
    documents: (resource) => [...resourceDocuments(resource), ...trustDocuments(resource)],
    expected: 'Principal, not NotPrincipal, with Allow',
    is: (item) => and(isAllow(item), item.notPrincipals.length > 0),
  }),
};
