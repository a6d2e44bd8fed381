import { allOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; it cannot be turned on later. */
export const workspaceVolumesEncrypted: Rule = {
  id: 'workspace-volumes-encrypted',
  control: 'KEY-01',
  message: 'A volume of the workspace is not encrypted.',
  remediation: 'Set UserVolumeEncryptionEnabled and RootVolumeEncryptionEnabled to true, with a VolumeEncryptionKey.',
  types: ['AWS::WorkSpaces::Workspace'],
  scope: 'resource',
  evaluate: allOf(property('UserVolumeEncryptionEnabled', isTrue), property('RootVolumeEncryptionEnabled', isTrue)),
};
