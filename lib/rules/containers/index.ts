import type { Rule } from '../rule';
import { batchNoPrivileged } from './batch-no-privileged';
import { ecrCustomerKey } from './ecr-customer-key';
import { ecrScanned } from './ecr-scanned';
import { ecrTagsImmutable } from './ecr-tags-immutable';
import { ecsClusterInsights } from './ecs-cluster-insights';
import { ecsEfsTls } from './ecs-efs-tls';
import { ecsHostModeUser } from './ecs-host-mode-user';
import { ecsLogged } from './ecs-logged';
import { ecsNoHostNetwork } from './ecs-no-host-network';
import { ecsNoPrivileged } from './ecs-no-privileged';
import { ecsNoRootUser } from './ecs-no-root-user';
import { ecsReadOnlyRoot } from './ecs-read-only-root';
import { ecsServiceNoPublicAddress } from './ecs-service-no-public-address';
import { eksControlPlaneLogged } from './eks-control-plane-logged';
import { eksCustomResourceLogged } from './eks-custom-resource-logged';
import { eksCustomResourcePrivate } from './eks-custom-resource-private';
import { eksEndpointPrivate } from './eks-endpoint-private';
import { eksNodeSshRestricted } from './eks-node-ssh-restricted';
import { eksSecretsEncrypted } from './eks-secrets-encrypted';

/** Rules of the family containers. */
export const containersRules: readonly Rule[] = [
  batchNoPrivileged,
  ecrCustomerKey,
  ecrScanned,
  ecrTagsImmutable,
  ecsClusterInsights,
  ecsEfsTls,
  ecsHostModeUser,
  ecsLogged,
  ecsNoHostNetwork,
  ecsNoPrivileged,
  ecsNoRootUser,
  ecsReadOnlyRoot,
  ecsServiceNoPublicAddress,
  eksControlPlaneLogged,
  eksCustomResourceLogged,
  eksCustomResourcePrivate,
  eksEndpointPrivate,
  eksNodeSshRestricted,
  eksSecretsEncrypted,
];
