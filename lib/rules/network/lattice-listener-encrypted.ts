import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** The property is required. */
export const latticeListenerEncrypted: Rule = {
  id: 'lattice-listener-encrypted',
  control: 'NET-14',
  message: 'The listener takes requests without TLS.',
  remediation: 'Set Protocol to HTTPS, or to TLS_PASSTHROUGH.',
  types: ['AWS::VpcLattice::Listener'],
  scope: 'resource',
  evaluate: property('Protocol', noneOf('HTTP')),
};
