import type { Rule } from '../rule';
import { ebsVolumeCustomerKey } from './ebs-volume-customer-key';
import { ebsVolumeEncrypted } from './ebs-volume-encrypted';
import { efsCustomerKey } from './efs-customer-key';
import { efsEncrypted } from './efs-encrypted';
import { snapshotCopiesEncrypted } from './snapshot-copies-encrypted';
import { workspaceVolumesEncrypted } from './workspace-volumes-encrypted';

/** Rules of the family storage. */
export const storageRules: readonly Rule[] = [
  ebsVolumeCustomerKey,
  ebsVolumeEncrypted,
  efsCustomerKey,
  efsEncrypted,
  snapshotCopiesEncrypted,
  workspaceVolumesEncrypted,
];
