import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const firewallDeletionProtected: Rule = {
  id: 'firewall-deletion-protected',
  control: 'BKP-05',
  category: 'network-segmentation',
  message: 'The firewall can be deleted by one call.',
  remediation: 'Set DeleteProtection to true.',
  types: ['AWS::NetworkFirewall::Firewall'],
  scope: 'resource',
  evaluate: property('DeleteProtection', isTrue),
};
