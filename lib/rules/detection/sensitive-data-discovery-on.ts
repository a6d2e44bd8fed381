import { among, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set, a session is enabled. */
export const sensitiveDataDiscoveryOn: Rule = {
  id: 'sensitive-data-discovery-on',
  control: 'DET-10',
  message: 'Discovery of sensitive data is paused.',
  remediation: 'Set Status to ENABLED.',
  types: ['AWS::Macie::Session'],
  scope: 'resource',
  evaluate: property('Status', orAbsent(among('ENABLED'))),
};
