import { absent, all, among, either, field, noneOf, property, some } from '../check';
import type { Rule } from '../rule';

const GROUP = 'Statement.ManagedRuleGroupStatement';

const stopsBadInputs = all(
  field(`${GROUP}.Name`, among('AWSManagedRulesKnownBadInputsRuleSet')),
  field('OverrideAction.Count', absent),
  field(`${GROUP}.ExcludedRules[].Name`, noneOf('Log4JRCE')),
  field(
    `${GROUP}.RuleActionOverrides[]`,
    either(field('Name', noneOf('Log4JRCE')), field('ActionToUse.Count', absent)),
  ),
);

/** The group has a rule against it, Log4JRCE; an override of the group or of the rule to Count disarms it. */
export const webAclStopsLog4j: Rule = {
  id: 'web-acl-stops-log4j',
  control: 'NET-13',
  severity: 'low',
  message: 'The web ACL does not stop requests that exploit the logging of Java programs (CVE-2021-44228).',
  remediation: 'Add the managed rule group AWSManagedRulesKnownBadInputsRuleSet without an override to count.',
  types: ['AWS::WAFv2::WebACL'],
  scope: 'resource',
  evaluate: property('Rules', some(stopsBadInputs)),
};
