import { all, field, isNot, isTrue, property, some } from '../check';
import type { Rule } from '../rule';

const logged = field('LogOptions.CloudwatchLogOptions.LogEnabled', isTrue);

const both = all(some(logged), isNot('no tunnel without', some(isNot('a tunnel without', logged))));

/** Off unless it is asked for, in each tunnel by itself. */
export const vpnLogged: Rule = {
  id: 'vpn-logged',
  control: 'LOG-06',
  severity: 'low',
  message: 'Nobody records what the tunnels of the VPN do.',
  remediation: 'Set LogOptions.CloudwatchLogOptions.LogEnabled to true in both tunnels.',
  types: ['AWS::EC2::VPNConnection'],
  scope: 'resource',
  evaluate: property('VpnTunnelOptionsSpecifications', both),
};
