import { noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/** Entries that deny are right to speak of all. */
export const networkAclProtocolNamed: Rule = {
  id: 'network-acl-protocol-named',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'An entry of the network ACL allows every protocol.',
  remediation: 'Name the protocol: 6 for TCP, 17 for UDP.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: property('Protocol', noneOf('-1'), when('RuleAction', noneOf('deny'))),
};
