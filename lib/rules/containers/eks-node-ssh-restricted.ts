import { absent, either, field, filled, property } from '../check';
import type { Rule } from '../rule';

/** With a key and without groups EKS opens port 22 to the internet. */
export const eksNodeSshRestricted: Rule = {
  id: 'eks-node-ssh-restricted',
  control: 'NET-08',
  message: 'The nodes accept SSH from everywhere.',
  remediation: 'Remove RemoteAccess, or name SourceSecurityGroups.',
  types: ['AWS::EKS::Nodegroup'],
  scope: 'resource',
  evaluate: property('RemoteAccess', either(absent, field('SourceSecurityGroups', filled))),
};
