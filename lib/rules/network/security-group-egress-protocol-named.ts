import { and, not } from '../../model';
import { isNowhere, isOfAllProtocols } from './traffic';
import { forbidEntries } from './judge-entries';
import { isDeclaredRange } from './claimed';
import type { Rule } from '../rule';

/**
 * All protocols are right where a flow of the template declares them, with its reason. Entries to the instance itself are not judged.
 */
export const securityGroupEgressProtocolNamed: Rule = {
  id: 'security-group-egress-protocol-named',
  control: 'NET-05',
  category: 'network-open-egress',
  severity: 'medium',
  message: 'An entry of the security group lets traffic of every protocol out.',
  remediation: 'Name the protocol and the ports that are needed, or declare the traffic as a flow.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Egress',
    expected: 'one protocol, or all of them where a flow declares it',
    is: (entry, resource) => and(isOfAllProtocols(entry), not(isDeclaredRange(entry, resource)), !isNowhere(entry)),
  }),
};
