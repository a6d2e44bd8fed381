import { asText } from '../../template';
import { allOf, among, expectation, orAbsent, property, when } from '../check';
import type { Rule } from '../rule';

const everyAddress = orAbsent(expectation('every address', (value) => asText(value)?.endsWith('/0') === true));

const denies = when('RuleAction', among('deny'));

/** The final deny of every ACL closes what no entry allows: an entry that denies a part leaves the rest to the others. */
export const networkAclDenyWhole: Rule = {
  id: 'network-acl-deny-whole',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'low',
  message: 'An entry of the network ACL denies a part of the addresses: the rest passes by the entries that follow.',
  remediation: 'Allow what a flow declares, and nothing else; leave single attackers to the firewall.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: allOf(property('CidrBlock', everyAddress, denies), property('Ipv6CidrBlock', everyAddress, denies)),
};
