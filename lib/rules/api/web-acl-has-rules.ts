import { filled, property } from '../check';
import type { Rule } from '../rule';

/** An empty list is allowed. */
export const webAclHasRules: Rule = {
  id: 'web-acl-has-rules',
  control: 'NET-13',
  message: 'The web ACL filters nothing.',
  remediation: 'Add managed rules.',
  types: ['AWS::WAFv2::WebACL'],
  scope: 'resource',
  evaluate: property('Rules', filled),
};
