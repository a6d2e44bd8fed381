import { accompanied } from '../check';
import type { Rule } from '../rule';

/** A configuration counts wherever in the unit it stands. */
export const firewallLogged: Rule = {
  id: 'firewall-logged',
  control: 'LOG-06',
  message: 'The firewall records neither flows nor alerts.',
  remediation: 'Add a LoggingConfiguration for FLOW and ALERT.',
  types: ['AWS::NetworkFirewall::Firewall'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::NetworkFirewall::LoggingConfiguration', path: 'FirewallArn' }],
    expected: 'a logging configuration of the firewall',
  }),
};
