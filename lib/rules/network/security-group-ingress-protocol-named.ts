import { and, not } from '../../model';
import { isOfAllProtocols } from './traffic';
import { forbidEntries } from './judge-entries';
import { isDeclaredRange } from './claimed';
import type { Rule } from '../rule';

/**
 * All protocols are right where a flow of the template declares them, with its reason.
 */
export const securityGroupIngressProtocolNamed: Rule = {
  id: 'security-group-ingress-protocol-named',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'An entry of the security group lets traffic of every protocol in.',
  remediation: 'Name the protocol and the ports that are needed, or declare the traffic as a flow.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Ingress',
    expected: 'one protocol, or all of them where a flow declares it',
    is: (entry, resource) => and(isOfAllProtocols(entry), not(isDeclaredRange(entry, resource))),
  }),
};
