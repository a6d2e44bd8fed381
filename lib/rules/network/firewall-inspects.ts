import { filled, property } from '../check';
import type { Rule } from '../rule';

/** The stateful engine is the one that detects intrusions; without rule groups it follows connections only. */
export const firewallInspects: Rule = {
  id: 'firewall-inspects',
  control: 'NET-12',
  message: 'The firewall looks for nothing in what it lets through.',
  remediation: 'Refer to at least one stateful rule group in StatefulRuleGroupReferences.',
  types: ['AWS::NetworkFirewall::FirewallPolicy'],
  scope: 'resource',
  evaluate: property('FirewallPolicy.StatefulRuleGroupReferences', filled),
};
