import type { Rule } from '../rule';
import { beanstalkManagedUpdates } from './beanstalk-managed-updates';
import { instanceDeletionProtected } from './instance-deletion-protected';
import { instanceInitWithoutCredentials } from './instance-init-without-credentials';
import { instanceMetadataV2 } from './instance-metadata-v2';
import { instanceNoPublicAddress } from './instance-no-public-address';
import { instanceSubnetChosen } from './instance-subnet-chosen';
import { instanceVolumesEncrypted } from './instance-volumes-encrypted';
import { launchedVolumesEncrypted } from './launched-volumes-encrypted';
import { notebookCustomerKey } from './notebook-customer-key';
import { notebookInSubnet } from './notebook-in-subnet';
import { notebookNoDirectInternet } from './notebook-no-direct-internet';

/** Rules of the family compute. */
export const computeRules: readonly Rule[] = [
  beanstalkManagedUpdates,
  instanceDeletionProtected,
  instanceInitWithoutCredentials,
  instanceMetadataV2,
  instanceNoPublicAddress,
  instanceSubnetChosen,
  instanceVolumesEncrypted,
  launchedVolumesEncrypted,
  notebookCustomerKey,
  notebookInSubnet,
  notebookNoDirectInternet,
];
