import { and } from '../../model';
import { among, field, isNot, property } from '../check';
import type { Rule } from '../rule';

const any = among('ANY');
const header = (name: string) => field(`Header.${name}`, any);

const passesAll = {
  expected: 'an action other than PASS, or a source, a destination or a port',
  test: (value: Parameters<typeof any.test>[0]) =>
    and(
      field('Action', among('PASS')).test(value),
      header('Source').test(value),
      header('Destination').test(value),
      header('DestinationPort').test(value),
    ),
};

/** Rules in the text of Suricata are read by the proof of reachability. */
export const firewallRuleNarrow: Rule = {
  id: 'firewall-rule-narrow',
  control: 'NET-05',
  message: 'A rule of the firewall passes every packet.',
  remediation: 'Name the source, the destination and the port of each rule that passes traffic.',
  types: ['AWS::NetworkFirewall::RuleGroup'],
  scope: 'resource',
  evaluate: property('RuleGroup.RulesSource.StatefulRules[]', isNot(passesAll.expected, passesAll)),
};
