import { all, noneOf, present, property } from '../check';
import type { Rule } from '../rule';

/** The property is required; WAF refuses COUNT here. */
export const classicWebAclBlocks: Rule = {
  id: 'classic-web-acl-blocks',
  control: 'NET-13',
  severity: 'medium',
  message: 'The classic web ACL lets through what no rule speaks of.',
  remediation: 'Move to AWS WAF v2; until then set DefaultAction to BLOCK.',
  types: ['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  scope: 'resource',
  evaluate: property('DefaultAction.Type', all(present, noneOf('ALLOW'))),
};
