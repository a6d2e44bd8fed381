import { Unknown } from '../../template';
import { expectation, orAbsent, property, type Expectation } from '../check';
import type { Rule } from '../rule';

/** Not set is the own account. */
const ownAccount: Expectation = {
  expected: 'the own account, or not set',
  test: (value) =>
    value instanceof Unknown && value.source === 'AWS::AccountId'
      ? true
      : orAbsent(expectation('', () => false)).test(value),
};

/** A peering bypasses inspection and the zone matrix. */
export const peeringWithinAccount: Rule = {
  id: 'peering-within-account',
  control: 'NET-18',
  message: 'The VPC is peered with one of another account.',
  remediation: 'Connect through the transit gateway, where traffic is inspected.',
  types: ['AWS::EC2::VPCPeeringConnection'],
  scope: 'resource',
  evaluate: property('PeerOwnerId', ownAccount),
};
