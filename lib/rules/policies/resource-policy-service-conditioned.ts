import { forbid, RESOURCE_POLICY_TYPES, resourceDocuments } from '../policy';
import type { Rule } from '../rule';
import { servesAnybody } from './serves-one-customer';

/** The confused deputy. Services that do not say for whom they act are not judged. Keys have a rule of their own. */
export const resourcePolicyServiceConditioned: Rule = {
  id: 'resource-policy-service-conditioned',
  control: 'IDN-06',
  severity: 'medium',
  message: 'A service may use the resource on behalf of any of its customers.',
  remediation: 'Add a condition on aws:SourceArn or aws:SourceAccount.',
  types: RESOURCE_POLICY_TYPES.filter((type) => !/^AWS::(KMS|IoT)::/.test(type)),
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'a condition on aws:SourceArn or aws:SourceAccount for a service',
    is: servesAnybody,
  }),
};
