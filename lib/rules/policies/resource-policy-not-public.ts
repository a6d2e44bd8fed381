import { and, not } from '../../model';
import { forbid, isAllow, isNarrowed, namesWorld, RESOURCE_POLICY_TYPES, resourceDocuments } from '../policy';
import type { Rule } from '../rule';

/**
 * Policies of buckets, queues, topics, repositories, secrets, file systems, vaults, event buses, domains and APIs.
 * A condition counts when it tells who or from where; those on tags, transport or IfExists do not. Keys have a
 * rule of their own.
 */
export const resourcePolicyNotPublic: Rule = {
  id: 'resource-policy-not-public',
  control: 'RES-14',
  severity: 'critical',
  message: 'The policy lets everybody in AWS, or on the internet, use the resource.',
  remediation: 'Name the principals, or add a condition on aws:PrincipalOrgID, aws:SourceAccount or aws:SourceArn.',
  types: [...RESOURCE_POLICY_TYPES.filter((type) => !/^AWS::(KMS|IoT)::/.test(type)), 'AWS::Events::EventBusPolicy'],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'principals that are named, or a condition on who calls',
    is: (item) => and(isAllow(item), namesWorld(item), () => not(isNarrowed(item))),
  }),
};
