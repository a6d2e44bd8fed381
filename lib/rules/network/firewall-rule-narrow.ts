import { all, among, field, isNot, property } from '../check';
import type { Rule } from '../rule';

const any = among('ANY');
const header = (name: string) => field(`Header.${name}`, any);

const passesAll = all(
  field('Action', among('PASS')),
  header('Source'),
  header('Destination'),
  header('DestinationPort'),
);

/** Rules in the text of Suricata are read by the proof of reachability. */
export const firewallRuleNarrow: Rule = {
  id: 'firewall-rule-narrow',
  control: 'NET-05',
  message: 'A rule of the firewall passes every packet.',
  remediation: 'Name the source, the destination and the port of each rule that passes traffic.',
  types: ['AWS::NetworkFirewall::RuleGroup'],
  scope: 'resource',
  evaluate: property(
    'RuleGroup.RulesSource.StatefulRules[]',
    isNot('an action other than PASS, or a source, a destination or a port', passesAll),
  ),
};
