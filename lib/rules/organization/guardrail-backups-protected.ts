import { nobodyCan } from './proved';
import type { Rule } from '../rule';

/**
 * Vaults that are locked refuse it by themselves, others do not. Judged over the attached service control policies
 * of the unit; a condition may exempt named roles.
 */
export const guardrailBackupsProtected: Rule = {
  id: 'guardrail-backups-protected',
  control: 'BKP-02',
  message: 'A member account can delete its backups.',
  remediation: 'Attach a service control policy that denies deleting recovery points and vaults.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCan('backup:DeleteRecoveryPoint', 'backup:DeleteBackupVault'),
};
