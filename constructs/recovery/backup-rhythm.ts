import type { SystemTier } from '../../lib/model';

/** How often a backup is made and how long it is kept. */
export interface BackupRhythm {
  /** Unique among the rhythms of a tier: letters, digits and hyphens. */
  readonly name: string;
  /** Six-field cron expression, in the time zone of the plans. */
  readonly cron: string;
  readonly keepDays: number;
  /** True when each backup is also copied to the vaults that are apart from the account. */
  readonly copied: boolean;
}

/**
 * Rhythms by system tier. S17 and G3 ask for backups, a disconnected copy and tests (S17 14.3.5, G3 14.3(b)) without
 * figures: these are ours. Every tier has at least three generations (control BKP-01). Recovery within minutes is not
 * their task: that is the databases' own point-in-time recovery (control BKP-06).
 */
export const BACKUP_RHYTHMS: Readonly<Record<SystemTier, readonly BackupRhythm[]>> = {
  1: [
    { name: 'daily', cron: 'cron(0 2 * * ? *)', keepDays: 35, copied: false },
    { name: 'monthly', cron: 'cron(0 3 1 * ? *)', keepDays: 365, copied: true },
  ],
  2: [
    { name: 'twice-daily', cron: 'cron(0 2,14 * * ? *)', keepDays: 35, copied: false },
    { name: 'weekly', cron: 'cron(0 3 ? * SUN *)', keepDays: 90, copied: true },
    { name: 'monthly', cron: 'cron(0 4 1 * ? *)', keepDays: 365, copied: true },
  ],
  3: [
    { name: 'four-hourly', cron: 'cron(0 2/4 * * ? *)', keepDays: 35, copied: false },
    { name: 'daily', cron: 'cron(30 3 * * ? *)', keepDays: 90, copied: true },
    { name: 'monthly', cron: 'cron(0 5 1 * ? *)', keepDays: 730, copied: true },
  ],
};
