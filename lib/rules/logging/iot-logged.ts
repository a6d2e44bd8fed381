import { among, property } from '../check';
import type { Rule } from '../rule';

/** The level is what the account records of its devices. */
export const iotLogged: Rule = {
  id: 'iot-logged',
  control: 'LOG-06',
  severity: 'medium',
  message: 'What devices do is not recorded.',
  remediation: 'Set DefaultLogLevel to INFO, or to ERROR at least.',
  types: ['AWS::IoT::Logging'],
  scope: 'resource',
  evaluate: property('DefaultLogLevel', among('ERROR', 'INFO', 'DEBUG', 'WARN')),
};
