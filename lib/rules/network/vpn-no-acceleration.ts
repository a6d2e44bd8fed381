import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Acceleration routes traffic through Global Accelerator’s edge locations. */
export const vpnNoAcceleration: Rule = {
  id: 'vpn-no-acceleration',
  control: 'RES-11',
  category: 'data-residency',
  message: 'The tunnel enters AWS at the nearest edge, in whatever country it is.',
  remediation: 'Set EnableAcceleration to false.',
  types: ['AWS::EC2::VPNConnection'],
  scope: 'resource',
  evaluate: property('EnableAcceleration', isNotTrue),
};
