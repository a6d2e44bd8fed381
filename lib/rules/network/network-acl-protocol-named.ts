import { allOf, among, noneOf, present, property, when, type Guard } from '../check';
import { and } from '../../model';
import type { Rule } from '../rule';

const allows = when('RuleAction', noneOf('deny'));

const isIcmpV6 = when('Protocol', among('58', 'icmpv6'));

const allowsIcmpV6: Guard = (resource, context) => and(allows(resource, context), isIcmpV6(resource, context));

/**
 * Entries that deny are right to speak of all. For ICMPv6 (58) every type and code is let through, whatever Icmp says,
 * unless the block is one of IPv6: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export const networkAclProtocolNamed: Rule = {
  id: 'network-acl-protocol-named',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'An entry of the network ACL allows every protocol, or every message of ICMPv6.',
  remediation: 'Name the protocol: 6 for TCP, 17 for UDP; for ICMPv6 an Ipv6CidrBlock with type and code.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: allOf(
    property('Protocol', noneOf('-1'), allows),
    property('Ipv6CidrBlock', present, allowsIcmpV6),
    property('Icmp.Type', present, allowsIcmpV6),
    property('Icmp.Code', present, allowsIcmpV6),
  ),
};
