import { allOf, fail, filled, isNot, property } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'no policy of its own';

const none = isNot(EXPECTED, filled);

const ofUser = allOf(property('Policies', none), property('ManagedPolicyArns', none));

/** Inline policies and attached ones count. A policy that names users is judged by another rule. */
export const iamUserWithoutPolicies: Rule = {
  id: 'iam-user-without-policies',
  control: 'IDN-04',
  message: 'Rights hang on a person instead of a role.',
  remediation: 'Put the user into a group, or let people take roles through the identity provider.',
  types: ['AWS::IAM::User', 'AWS::IAM::UserPolicy'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (resource.type === 'AWS::IAM::UserPolicy')
      return fail({ path: 'UserName', value: resource.properties['UserName'] ?? null }, EXPECTED);
    return ofUser(resource, context);
  },
};
