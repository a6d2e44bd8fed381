import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { SystemTier } from '../../lib/model';

/** Tag by which backup plans select what they protect; its value is the system tier: `1`, `2` or `3`. */
export const BACKUP_TIER_TAG = 'lionrock:backup-tier';

/** Why cdk-nag finds no selection beside a resource: it only looks for one in the same template. */
export const SELECTED_BY_TAG = `The account's backup plans select this resource by its ${BACKUP_TIER_TAG} tag, from a stack of their own that cdk-nag does not see.`;

/** How a store is found by the backup plans of its account. */
export interface BackupTierProps {
  /**
   * How critical the system is (G3 7.2(b)); backup plans select by it.
   * @default 1
   */
  readonly backupTier?: SystemTier;
}

/** Tags everything below `scope` for the backup plan of its tier. */
export function markForBackup(scope: IConstruct, tier: SystemTier = 1): void {
  Tags.of(scope).add(BACKUP_TIER_TAG, String(tier));
}
