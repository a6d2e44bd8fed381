import { BackupClient, GetBackupPlanCommand, type BackupRule } from '@aws-sdk/client-backup';
import { isSame } from '../compare/canonical';
import { isJsonList, isJsonMap, jsonOf, type Json, type JsonMap } from '../json';
import { orGone, type Reader } from '../reader';

/** Plans of backups: what is kept for how long, where, and copied to where. */
export const PLAN: Reader = {
  type: 'AWS::Backup::BackupPlan',
  facets: [
    {
      properties: ['BackupPlan'],
      isSame: (designed, found) => isSame(rulesIn(designed), rulesIn(found)),
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(BackupClient)
            .send(new GetBackupPlanCommand({ BackupPlanId: physicalId }))
            .then(({ BackupPlan: plan }) => {
              const { BackupPlanName, Rules = [] } = plan ?? { BackupPlanName: undefined };
              return jsonOf({ BackupPlan: { BackupPlanName, BackupPlanRule: Rules.map(asTemplate) } }) as JsonMap;
            }),
        ),
    },
  ],
};

function asTemplate({ RuleName, TargetBackupVaultName, ScheduleExpression, ...rule }: BackupRule): object {
  const { Lifecycle, CopyActions, EnableContinuousBackup } = rule;
  return {
    RuleName,
    TargetBackupVault: TargetBackupVaultName,
    ScheduleExpression,
    Lifecycle,
    CopyActions,
    EnableContinuousBackup,
  };
}

/** What counts of a rule: templates leave out what AWS adds. */
const COUNTS = [
  'RuleName',
  'TargetBackupVault',
  'ScheduleExpression',
  'Lifecycle',
  'CopyActions',
  'EnableContinuousBackup',
];

function rulesIn(plan: Json | undefined): Json {
  const rules = isJsonMap(plan) ? plan['BackupPlanRule'] : undefined;
  return (isJsonList(rules) ? rules : []).map((rule) =>
    Object.fromEntries(COUNTS.map((key) => [key, (isJsonMap(rule) ? rule[key] : undefined) ?? null])),
  );
}
