import type { Rule } from '../rule';
import { refusedAbroad } from './refused-abroad';

/** Whoever may start a copy chooses its vault. */
export const guardrailNoBackupCopiesAbroad: Rule = {
  id: 'guardrail-no-backup-copies-abroad',
  control: 'RES-06',
  message: 'A backup can be copied to another region.',
  remediation:
    'Attach a service control policy that denies backup:CopyFromBackupVault where backup:CopyTargets are in other regions.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: refusedAbroad('backup:CopyFromBackupVault', 'backup:copytargets', {
    isList: true,
    arn: (partition) => `arn:${partition}:backup:*:*:backup-vault:*`,
  }),
};
