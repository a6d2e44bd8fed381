import { all, among, either, field, filled, present, property, some, when, type Expectation } from '../check';
import type { Rule } from '../rule';

/** What a rule group of one's own holds is not seen here: it may limit rates. */
const open: Expectation = { expected: 'a rate limit', test: () => 'unknown' };

const limitsRate = either(
  field('Statement.RateBasedStatement', present),
  field('Statement.ManagedRuleGroupStatement.Name', among('AWSManagedRulesAntiDDoSRuleSet')),
  all(field('Statement.RuleGroupReferenceStatement', present), open),
);

/** An access control list without rules is left to `web-acl-has-rules`. */
export const webAclLimitsRate: Rule = {
  id: 'web-acl-limits-rate',
  control: 'NET-20',
  message: 'One client may send as many requests as it likes.',
  remediation: 'Add a rule with RateBasedStatement, or the managed rule group AWSManagedRulesAntiDDoSRuleSet.',
  types: ['AWS::WAFv2::WebACL'],
  scope: 'resource',
  evaluate: property('Rules', { ...some(limitsRate), expected: 'a rule that limits rates' }, when('Rules', filled)),
};
