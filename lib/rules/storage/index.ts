import type { Rule } from '../rule';
import { ebsVolumeCustomerKey } from './ebs-volume-customer-key';
import { ebsVolumeEncrypted } from './ebs-volume-encrypted';
import { efsCustomerKey } from './efs-customer-key';
import { efsEncrypted } from './efs-encrypted';
import { sharedSnapshotCopiesEncrypted } from './shared-snapshot-copies-encrypted';
import { snapshotCopiesEncrypted } from './snapshot-copies-encrypted';
import { workspaceRootVolumeEncrypted } from './workspace-root-volume-encrypted';
import { workspaceUserVolumeEncrypted } from './workspace-user-volume-encrypted';

/** Rules of the family storage. */
export const storageRules: readonly Rule[] = [
  ebsVolumeCustomerKey,
  ebsVolumeEncrypted,
  efsCustomerKey,
  efsEncrypted,
  sharedSnapshotCopiesEncrypted,
  snapshotCopiesEncrypted,
  workspaceRootVolumeEncrypted,
  workspaceUserVolumeEncrypted,
];
