import type { Rule } from '../rule';
import { estateHasOrganizationTrail } from './estate-has-organization-trail';
import { guardrailAiOptOut } from './guardrail-ai-opt-out';
import { guardrailBackupsProtected } from './guardrail-backups-protected';
import { guardrailDataPerimeter } from './guardrail-data-perimeter';
import { guardrailDetectionProtected } from './guardrail-detection-protected';
import { guardrailKeysProtected } from './guardrail-keys-protected';
import { guardrailNoAccessKeys } from './guardrail-no-access-keys';
import { guardrailNoLeaving } from './guardrail-no-leaving';
import { guardrailNoMultiRegionKeys } from './guardrail-no-multi-region-keys';
import { guardrailNoUsers } from './guardrail-no-users';
import { guardrailPublicAccessBlockProtected } from './guardrail-public-access-block-protected';
import { guardrailRecordProtected } from './guardrail-record-protected';
import { guardrailRegions } from './guardrail-regions';
import { guardrailRootLocked } from './guardrail-root-locked';
import { guardrailSharesInside } from './guardrail-shares-inside';

/** Rules of the family organization. */
export const organizationRules: readonly Rule[] = [
  estateHasOrganizationTrail,
  guardrailAiOptOut,
  guardrailBackupsProtected,
  guardrailDataPerimeter,
  guardrailDetectionProtected,
  guardrailKeysProtected,
  guardrailNoAccessKeys,
  guardrailNoLeaving,
  guardrailNoMultiRegionKeys,
  guardrailNoUsers,
  guardrailPublicAccessBlockProtected,
  guardrailRecordProtected,
  guardrailRegions,
  guardrailRootLocked,
  guardrailSharesInside,
];
