import type { Rule } from '../rule';
import { attachedVolumesEncrypted } from './attached-volumes-encrypted';
import { ebsVolumeCustomerKey } from './ebs-volume-customer-key';
import { ebsVolumeEncrypted } from './ebs-volume-encrypted';
import { efsCustomerKey } from './efs-customer-key';
import { efsEncrypted } from './efs-encrypted';
import { sharedSnapshotCopiesEncrypted } from './shared-snapshot-copies-encrypted';
import { snapshotCopiesEncrypted } from './snapshot-copies-encrypted';
import { storeCustomerKey } from './store-customer-key';
import { transferFromEfsTls } from './transfer-from-efs-tls';
import { workspaceRootVolumeEncrypted } from './workspace-root-volume-encrypted';
import { workspaceUserVolumeEncrypted } from './workspace-user-volume-encrypted';

/** Rules of the family storage. */
export const storageRules: readonly Rule[] = [
  attachedVolumesEncrypted,
  ebsVolumeCustomerKey,
  ebsVolumeEncrypted,
  efsCustomerKey,
  efsEncrypted,
  sharedSnapshotCopiesEncrypted,
  snapshotCopiesEncrypted,
  storeCustomerKey,
  transferFromEfsTls,
  workspaceRootVolumeEncrypted,
  workspaceUserVolumeEncrypted,
];
