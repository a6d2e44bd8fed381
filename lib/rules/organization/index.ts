import type { Rule } from '../rule';
import { delegatedAdministratorElsewhere } from './delegated-administrator-elsewhere';
import { estateHasOrganizationTrail } from './estate-has-organization-trail';
import { guardrailAiOptOut } from './guardrail-ai-opt-out';
import { guardrailBackupsProtected } from './guardrail-backups-protected';
import { guardrailChangesByPipeline } from './guardrail-changes-by-pipeline';
import { guardrailDataPerimeter } from './guardrail-data-perimeter';
import { guardrailDetectionProtected } from './guardrail-detection-protected';
import { guardrailExemptionsNarrowed } from './guardrail-exemptions-narrowed';
import { guardrailKeysProtected } from './guardrail-keys-protected';
import { guardrailLeavesBreakGlass } from './guardrail-leaves-break-glass';
import { guardrailNoAccessKeys } from './guardrail-no-access-keys';
import { guardrailNoBackupCopiesAbroad } from './guardrail-no-backup-copies-abroad';
import { guardrailNoKeyReplicas } from './guardrail-no-key-replicas';
import { guardrailNoSecretReplicas } from './guardrail-no-secret-replicas';
import { guardrailNoLeaving } from './guardrail-no-leaving';
import { guardrailNoMultiRegionKeys } from './guardrail-no-multi-region-keys';
import { guardrailNoUsers } from './guardrail-no-users';
import { guardrailPublicAccessBlockProtected } from './guardrail-public-access-block-protected';
import { guardrailRecordProtected } from './guardrail-record-protected';
import { guardrailRegions } from './guardrail-regions';
import { guardrailRootLocked } from './guardrail-root-locked';
import { guardrailSharesInside } from './guardrail-shares-inside';
import { managementAccountWithoutWorkloads } from './management-account-without-workloads';
import { organizationUnitsComplete } from './organization-units-complete';
import { securityServicesDelegated } from './security-services-delegated';
import { sharedWithinEstate } from './shared-within-estate';

/** Rules of the family organization. */
export const organizationRules: readonly Rule[] = [
  delegatedAdministratorElsewhere,
  estateHasOrganizationTrail,
  guardrailAiOptOut,
  guardrailBackupsProtected,
  guardrailChangesByPipeline,
  guardrailDataPerimeter,
  guardrailDetectionProtected,
  guardrailExemptionsNarrowed,
  guardrailKeysProtected,
  guardrailLeavesBreakGlass,
  guardrailNoAccessKeys,
  guardrailNoBackupCopiesAbroad,
  guardrailNoKeyReplicas,
  guardrailNoSecretReplicas,
  guardrailNoLeaving,
  guardrailNoMultiRegionKeys,
  guardrailNoUsers,
  guardrailPublicAccessBlockProtected,
  guardrailRecordProtected,
  guardrailRegions,
  guardrailRootLocked,
  guardrailSharesInside,
  managementAccountWithoutWorkloads,
  organizationUnitsComplete,
  securityServicesDelegated,
  sharedWithinEstate,
];
