import { among, property } from '../check';
import type { Rule } from '../rule';

/** CONNECT_SSH, which opens port 22 to addresses of AWS Cloud9, unless it is told otherwise. */
export const cloudDesktopNoIngress: Rule = {
  id: 'cloud-desktop-no-ingress',
  control: 'NET-08',
  severity: 'medium',
  message: 'The development environment is reached through an open SSH port.',
  remediation: 'Set ConnectionType to CONNECT_SSM.',
  types: ['AWS::Cloud9::EnvironmentEC2'],
  scope: 'resource',
  evaluate: property('ConnectionType', among('CONNECT_SSM')),
};
