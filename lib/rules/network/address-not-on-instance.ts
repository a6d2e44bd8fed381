import { absent, allOf, property } from '../check';
import type { Rule } from '../rule';

/** An address of a gateway names neither: it is handed over by its allocation. */
export const addressNotOnInstance: Rule = {
  id: 'address-not-on-instance',
  control: 'NET-07',
  message: 'An instance or an interface gets a public address.',
  remediation:
    'Remove the address; let load balancers of the DMZ take what comes in, and the central egress what goes out.',
  types: ['AWS::EC2::EIP', 'AWS::EC2::EIPAssociation'],
  scope: 'resource',
  evaluate: allOf(property('InstanceId', absent), property('NetworkInterfaceId', absent)),
};
