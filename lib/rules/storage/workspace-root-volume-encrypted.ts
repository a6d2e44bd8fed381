import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; it cannot be turned on later. */
export const workspaceRootVolumeEncrypted: Rule = {
  id: 'workspace-root-volume-encrypted',
  control: 'KEY-01',
  message: 'The root volume of the workspace is not encrypted.',
  remediation: 'Set RootVolumeEncryptionEnabled to true, with a VolumeEncryptionKey.',
  types: ['AWS::WorkSpaces::Workspace'],
  scope: 'resource',
  evaluate: property('RootVolumeEncryptionEnabled', isTrue),
};
