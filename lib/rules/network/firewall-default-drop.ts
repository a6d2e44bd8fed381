import { allOf, among, noneOf, property, some } from '../check';
import type { Rule } from '../rule';

const dropsByDefault = some(among('aws:drop_strict', 'aws:drop_established', 'aws:drop_established_app_layer'));

/**
 * With StatefulEngineOptions in default order there are no default actions; the stateful engine then passes what
 * no rule drops.
 */
export const firewallDefaultDrop: Rule = {
  id: 'firewall-default-drop',
  control: 'NET-05',
  message: 'The firewall lets through what no rule speaks of.',
  remediation:
    'Forward packets to the stateful engine, and set StatefulDefaultActions to aws:drop_established or aws:drop_strict.',
  types: ['AWS::NetworkFirewall::FirewallPolicy'],
  scope: 'resource',
  evaluate: allOf(
    property('FirewallPolicy.StatelessDefaultActions[]', noneOf('aws:pass')),
    property('FirewallPolicy.StatelessFragmentDefaultActions[]', noneOf('aws:pass')),
    property('FirewallPolicy.StatefulDefaultActions', dropsByDefault),
  ),
};
