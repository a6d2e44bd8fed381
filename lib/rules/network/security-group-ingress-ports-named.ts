import { and, not } from '../../model';
import { isOfAllProtocols, isRange } from './traffic';
import { forbidEntries } from './judge-entries';
import { isDeclaredRange } from './claimed';
import type { Rule } from '../rule';

/**
 * Entries of all protocols have a rule of their own. A range is right where a flow of the template declares it, with its reason,
 * for the same protocol. Entries without ports (icmp) are not judged.
 */
export const securityGroupIngressPortsNamed: Rule = {
  id: 'security-group-ingress-ports-named',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'An entry of the security group opens a range of ports.',
  remediation: 'List the ports that are needed, each in an entry of its own, or declare the range as a flow.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Ingress',
    expected: 'one port, or a range that a flow declares',
    is: (entry, resource) => and(isRange(entry), not(isOfAllProtocols(entry)), not(isDeclaredRange(entry, resource))),
  }),
};
