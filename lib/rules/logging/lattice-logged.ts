import { accompanied } from '../check';
import type { Rule } from '../rule';

/** A subscription counts wherever in the unit it stands. */
export const latticeLogged: Rule = {
  id: 'lattice-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls through the service network.',
  remediation: 'Add an AccessLogSubscription for the service network or the service.',
  types: ['AWS::VpcLattice::ServiceNetwork', 'AWS::VpcLattice::Service'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::VpcLattice::AccessLogSubscription', path: 'ResourceIdentifier' }],
    expected: 'an access log subscription',
  }),
};
