import { allOf, isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Not set is false. Addresses of IPv6 are public ones. */
export const subnetNoPublicAddresses: Rule = {
  id: 'subnet-no-public-addresses',
  control: 'NET-07',
  message: 'Whatever starts in the subnet gets a public address.',
  remediation:
    'Set MapPublicIpOnLaunch and AssignIpv6AddressOnCreation to false; give a public front its address by itself.',
  types: ['AWS::EC2::Subnet'],
  scope: 'resource',
  evaluate: allOf(property('MapPublicIpOnLaunch', isNotTrue), property('AssignIpv6AddressOnCreation', isNotTrue)),
};
