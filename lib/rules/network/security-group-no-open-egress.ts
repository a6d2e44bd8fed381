import { and, not } from '../../model';
import { isToWorld } from './traffic';
import { forbidEntries } from './judge-entries';
import { isClaimed } from './claimed';
import type { Rule } from '../rule';

/** An entry that a flow of the template covers is left to the register of flows. */
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
    is: (entry, resource) => and(isToWorld(entry), not(isClaimed(entry, resource, 'to'))),
  }),
};
