import { allOf, atLeast, isTrue, property } from '../check';
import type { Rule } from '../rule';

const POLICY = 'Policies.PasswordPolicy';

const CATEGORIES = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'];

/**
 * S17 asks for eight characters of four categories, or ten of three; the four are what Cognito can require. Not
 * set, Cognito requires eight and all four since its start, but a template that updates an older pool changes
 * nothing when it is silent.
 */
export const userPoolPasswordPolicy: Rule = {
  id: 'user-pool-password-policy',
  control: 'IDN-13',
  category: 'iam-privilege',
  message: 'Passwords of the user pool may be weak.',
  remediation: 'Set Policies.PasswordPolicy with MinimumLength 8 or more and all four categories.',
  types: ['AWS::Cognito::UserPool'],
  scope: 'resource',
  evaluate: allOf(
    property(`${POLICY}.MinimumLength`, atLeast(8)),
    ...CATEGORIES.map((category) => property(`${POLICY}.${category}`, isTrue)),
  ),
};
