import { among, property } from '../check';
import type { Rule } from '../rule';

/** block-new-sharing leaves what is public already. */
export const imageSharingLimited: Rule = {
  id: 'image-sharing-limited',
  control: 'RES-16',
  message: 'Snapshots of the account may be shared with everybody.',
  remediation: 'Set State to block-all-sharing.',
  types: ['AWS::EC2::SnapshotBlockPublicAccess'],
  scope: 'resource',
  evaluate: property('State', among('block-all-sharing')),
};
