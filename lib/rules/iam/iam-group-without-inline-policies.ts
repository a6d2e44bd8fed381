import { fail, filled, isNot, property } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'no inline policy';

const noneInside = property('Policies', isNot(EXPECTED, filled));

/** Inline policies are changed without a version and cannot be reused. */
export const iamGroupWithoutInlinePolicies: Rule = {
  id: 'iam-group-without-inline-policies',
  control: 'IDN-04',
  severity: 'low',
  message: 'Rights of the group stand inside it, where no review of policies finds them.',
  remediation: 'Make a ManagedPolicy and attach it.',
  types: ['AWS::IAM::Group', 'AWS::IAM::GroupPolicy'],
  scope: 'resource',
  evaluate: (resource, context) =>
    resource.type === 'AWS::IAM::GroupPolicy'
      ? fail({ path: 'GroupName', value: resource.properties['GroupName'] ?? null }, EXPECTED)
      : noneInside(resource, context),
};
