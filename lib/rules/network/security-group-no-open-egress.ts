import { and, not } from '../../model';
import { isToWorld } from './traffic';
import { forbidEntries } from './judge-entries';
import { isClaimed } from './claimed';
import type { Rule } from '../rule';

/**
 * An entry that a flow of the template covers is left to the register of flows. A group answers for its entries that
 * stand alone too.
 */
export const securityGroupNoOpenEgress: Rule = {
  id: 'security-group-no-open-egress',
  control: 'NET-05',
  message: 'The security group lets traffic out to the whole internet.',
  remediation:
    'Name the destination, or send the traffic through the inspected egress by a declared flow to the internet.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'],
  scope: 'resource',
  evaluate: forbidEntries({
    direction: 'Egress',
    expected: 'destinations that are named',
    onGroup: true,
    is: (entry, resource, { graph }) => and(isToWorld(entry, graph), not(isClaimed(entry, resource, 'to'))),
  }),
};
