import { and, not } from '../../model';
import { isToWorld } from './traffic';
import { forbidEntries } from './judge-entries';
import { isClaimed } from './claimed';
import type { Rule } from '../rule';

/**
 * Any port counts. An entry that a flow of the template covers is left to the register of flows. Blocks of half
 * the address space count as the whole. A group answers for its entries that stand alone too.
 */
export const securityGroupNoOpenIngress: Rule = {
  id: 'security-group-no-open-ingress',
  control: 'NET-02',
  category: 'network-open-ingress',
  message: 'The security group lets the whole internet in.',
  remediation:
    'Name the source: a security group, a prefix list or a block; a public front is a declared flow from the internet.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Ingress',
    expected: 'sources that are named',
    onGroup: true,
    is: (entry, resource, { graph }) => and(isToWorld(entry, graph), not(isClaimed(entry, resource, 'from'))),
  }),
};
