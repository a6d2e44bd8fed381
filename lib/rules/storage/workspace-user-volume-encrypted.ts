import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; it cannot be turned on later. */
export const workspaceUserVolumeEncrypted: Rule = {
  id: 'workspace-user-volume-encrypted',
  control: 'KEY-01',
  message: 'The volume with the files of the workspace’s user is not encrypted.',
  remediation: 'Set UserVolumeEncryptionEnabled to true, with a VolumeEncryptionKey.',
  types: ['AWS::WorkSpaces::Workspace'],
  scope: 'resource',
  evaluate: property('UserVolumeEncryptionEnabled', isTrue),
};
