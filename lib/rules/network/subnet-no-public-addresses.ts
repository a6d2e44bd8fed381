import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Not set is false. */
export const subnetNoPublicAddresses: Rule = {
  id: 'subnet-no-public-addresses',
  control: 'NET-07',
  message: 'Whatever starts in the subnet gets a public address.',
  remediation: 'Set MapPublicIpOnLaunch to false; give a public front its address by itself.',
  types: ['AWS::EC2::Subnet'],
  scope: 'resource',
  evaluate: property('MapPublicIpOnLaunch', isNotTrue),
};
