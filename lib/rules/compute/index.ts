import type { Rule } from '../rule';
import { airflowWebServerPrivate } from './airflow-web-server-private';
import { appRunnerPrivate } from './app-runner-private';
import { beanstalkManagedUpdates } from './beanstalk-managed-updates';
import { cloudDesktopNoIngress } from './cloud-desktop-no-ingress';
import { desktopNoDirectInternet } from './desktop-no-direct-internet';
import { imageBuilderMetadataV2 } from './image-builder-metadata-v2';
import { instanceDeletionProtected } from './instance-deletion-protected';
import { instanceHasRole } from './instance-has-role';
import { instanceImageApproved } from './instance-image-approved';
import { instanceInitWithoutCredentials } from './instance-init-without-credentials';
import { instanceMetadataHopLimit } from './instance-metadata-hop-limit';
import { instanceMetadataV2 } from './instance-metadata-v2';
import { instanceNoPublicAddress } from './instance-no-public-address';
import { instanceSubnetChosen } from './instance-subnet-chosen';
import { instanceVolumesEncrypted } from './instance-volumes-encrypted';
import { launchedVolumesEncrypted } from './launched-volumes-encrypted';
import { modelInNetwork } from './model-in-network';
import { notebookCustomerKey } from './notebook-customer-key';
import { notebookInSubnet } from './notebook-in-subnet';
import { notebookMetadataV2 } from './notebook-metadata-v2';
import { notebookNoDirectInternet } from './notebook-no-direct-internet';
import { notebookNoRoot } from './notebook-no-root';
import { replicatedServerNoPublicAddress } from './replicated-server-no-public-address';
import { studioVpcOnly } from './studio-vpc-only';

/** Rules of the family compute. */
export const computeRules: readonly Rule[] = [
  airflowWebServerPrivate,
  appRunnerPrivate,
  beanstalkManagedUpdates,
  cloudDesktopNoIngress,
  desktopNoDirectInternet,
  imageBuilderMetadataV2,
  instanceDeletionProtected,
  instanceHasRole,
  instanceImageApproved,
  instanceInitWithoutCredentials,
  instanceMetadataHopLimit,
  instanceMetadataV2,
  instanceNoPublicAddress,
  instanceSubnetChosen,
  instanceVolumesEncrypted,
  launchedVolumesEncrypted,
  modelInNetwork,
  notebookCustomerKey,
  notebookInSubnet,
  notebookMetadataV2,
  notebookNoDirectInternet,
  notebookNoRoot,
  replicatedServerNoPublicAddress,
  studioVpcOnly,
];
