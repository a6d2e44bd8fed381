import type { GuardrailDocument, Partition } from '../../../lib/model';

/** Options of {@link backupPolicy}. */
export interface BackupPolicyOptions {
  readonly partition: Partition;
  /** Regions in which resources are backed up. */
  readonly regions: readonly string[];
  /** Vault that each account has under this name. */
  readonly vaultName: string;
  /** Role by which AWS Backup works, under this name in each account. */
  readonly roleName: string;
  /** Tag whose values 1, 2 and 3 choose what is backed up. @default 'lionrock:backup-tier' */
  readonly tierTag?: string;
  /** Time zone of the plan, as in the IANA data base. @default 'Etc/UTC' */
  readonly timeZone?: string;
  /** @default 'lionrock' */
  readonly namePrefix?: string;
}

const assign = (value: string | readonly string[]) => ({ '@@assign': value });

/** Ours, as those of the accounts' own plans: what no account can switch off is weekly, and kept for five weeks. */
const WEEKLY = { schedule: 'cron(0 1 ? * SAT *)', keepDays: '35', windowMinutes: '60' };

/**
 * A weekly backup of everything that has a tier, which no account can change or switch off; the accounts' own plans back up
 * more often. It lies in the account's locked vault and is copied nowhere. Source of the names: AWS Organizations user
 * guide, backup policy syntax. Evidence for BKP-01.
 */
export function backupPolicy(options: BackupPolicyOptions): GuardrailDocument {
  const { partition, regions, vaultName, roleName, timeZone = 'Etc/UTC', namePrefix = 'lionrock' } = options;
  const rule = {
    schedule_expression: assign(WEEKLY.schedule),
    schedule_expression_timezone: assign(timeZone),
    start_backup_window_minutes: assign(WEEKLY.windowMinutes),
    target_backup_vault_name: assign(vaultName),
    lifecycle: { delete_after_days: assign(WEEKLY.keepDays) },
  };
  const selection = {
    iam_role_arn: assign(`arn:${partition}:iam::$account:role/${roleName}`),
    tag_key: assign(options.tierTag ?? 'lionrock:backup-tier'),
    tag_value: assign(['1', '2', '3']),
  };
  return {
    name: `${namePrefix}-backups`,
    type: 'BACKUP_POLICY',
    description: 'A weekly backup of everything that has a backup tier, which no account can switch off',
    document: {
      plans: {
        [`${namePrefix}-weekly`]: {
          regions: assign(regions),
          rules: { weekly: rule },
          selections: { tags: { tiers: selection } },
        },
      },
    },
  };
}
