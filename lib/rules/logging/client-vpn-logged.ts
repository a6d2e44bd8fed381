import { allOf, isTrue, present, property } from '../check';
import type { Rule } from '../rule';

/** Required by the type; off is a value of it. */
export const clientVpnLogged: Rule = {
  id: 'client-vpn-logged',
  control: 'LOG-06',
  message: 'Nobody records who connects to the network.',
  remediation: 'Set ConnectionLogOptions.Enabled to true and name a CloudwatchLogGroup.',
  types: ['AWS::EC2::ClientVpnEndpoint'],
  scope: 'resource',
  evaluate: allOf(
    property('ConnectionLogOptions.Enabled', isTrue),
    property('ConnectionLogOptions.CloudwatchLogGroup', present),
  ),
};
