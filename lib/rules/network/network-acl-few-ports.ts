import { asNumber, asText, isMap, Reference, Unknown } from '../../template';
import { expectation, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';

const MOST_PORTS = 16;

const narrow = expectation('few ports, or those of answers', (value) => {
  if (!isMap(value)) return false;
  const bounds = [value['From'], value['To']];
  if (bounds.some((bound) => bound instanceof Unknown || bound instanceof Reference)) return 'unknown';
  const [from = 0, to = 65_535] = bounds.map(asNumber);
  return to - from < MOST_PORTS || (from >= 1024 && to >= 32_768);
});

/**
 * ACLs keep no state, so that the ephemeral ports of answers, 1024 to 65535 or a part of them, have to be open; a
 * range that begins below, or a wide one that is not that of answers, is too much.
 */
export const networkAclFewPorts: Rule = {
  id: 'network-acl-few-ports',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'An entry of the network ACL allows a wide range of ports.',
  remediation: 'List the ports that are served. Answers need 1024 to 65535: nothing below.',
  types: ['AWS::EC2::NetworkAclEntry'],
  scope: 'resource',
  evaluate: (resource) => {
    const { Protocol, RuleAction } = resource.properties;
    if (asText(RuleAction) === 'deny' || !/^(6|17)$/.test(asText(Protocol) ?? '')) return NOT_APPLICABLE;
    return judge([{ path: 'PortRange', value: resource.properties['PortRange'] }], narrow);
  },
};
