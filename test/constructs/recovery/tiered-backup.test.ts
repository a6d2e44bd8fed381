import { aws_backup as backup, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { AlertTopic } from '../../../constructs/detection';
import { BACKUP_RHYTHMS, TieredBackup, type TieredBackupProps } from '../../../constructs/recovery';
import { SYSTEM_TIERS } from '../../../lib/model';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testKey, testStack } from '../detection/test-stack';

type Options = Omit<TieredBackupProps, 'encryptionKey'>;

function backedUp(options: Options = {}) {
  const stack = testStack();
  const backups = new TieredBackup(stack, 'Backup', { encryptionKey: testKey(stack), ...options });
  return { stack, backups };
}

interface Rule {
  readonly RuleName: string;
  readonly Lifecycle: { readonly DeleteAfterDays: number };
  readonly ScheduleExpressionTimezone: string;
  readonly CopyActions?: readonly { readonly DestinationBackupVaultArn: unknown }[];
}

function rules(template: Template): Rule[] {
  return Object.values(template.findResources('AWS::Backup::BackupPlan')).flatMap(
    (plan) => plan['Properties'].BackupPlan.BackupPlanRule,
  );
}

test('every tier keeps at least three generations and has a copy that is apart', () => {
  for (const tier of SYSTEM_TIERS) {
    const rhythms = BACKUP_RHYTHMS[tier];
    expect(Math.min(...rhythms.map((rhythm) => rhythm.keepDays))).toBeGreaterThanOrEqual(3);
    expect(rhythms.some((rhythm) => rhythm.copied)).toBe(true);
  }
});

describe('TieredBackup', () => {
  test('keeps backups in an encrypted vault under compliance lock', () => {
    const template = expectTemplate(backedUp().stack);
    template.hasResource('AWS::Backup::BackupVault', {
      DeletionPolicy: 'Retain',
      Properties: {
        EncryptionKeyArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
        LockConfiguration: { MinRetentionDays: 35, MaxRetentionDays: 730, ChangeableForDays: 7 },
      },
    });
  });

  test('keeps copies in a logically air-gapped vault', () => {
    const { stack, backups } = backedUp();
    const template = expectTemplate(stack);
    template.hasResource('AWS::Backup::LogicallyAirGappedBackupVault', {
      DeletionPolicy: 'Retain',
      Properties: {
        EncryptionKeyArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
        MinRetentionDays: 35,
        MaxRetentionDays: 730,
      },
    });
    expect(backups.airGappedVault).toBeDefined();
    const copied = rules(template).filter((rule) => rule.CopyActions);
    expect(copied.map((rule) => rule.RuleName).toSorted()).toEqual([
      'tier-1-monthly',
      'tier-2-monthly',
      'tier-2-weekly',
      'tier-3-daily',
      'tier-3-monthly',
    ]);
    for (const rule of copied) {
      expect(rule.CopyActions).toEqual([
        {
          DestinationBackupVaultArn: {
            'Fn::GetAtt': [expect.stringMatching(/^BackupVaultsAirGapped/), 'BackupVaultArn'],
          },
          Lifecycle: rule.Lifecycle,
        },
      ]);
    }
  });

  test.each(['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'])(
    '%s: nobody deletes, shortens or takes a backup out of the region',
    (type) => {
      expectTemplate(backedUp().stack).hasResourceProperties(type, {
        AccessPolicy: {
          Statement: [
            Match.objectLike({
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: [
                'backup:DeleteBackupVault',
                'backup:DeleteRecoveryPoint',
                'backup:DisassociateRecoveryPoint',
                'backup:UpdateRecoveryPointLifecycle',
              ],
              Resource: '*',
            }),
            Match.objectLike({
              Effect: 'Deny',
              Action: 'backup:CopyFromBackupVault',
              Condition: { 'ForAnyValue:ArnNotLike': { 'backup:CopyTargets': Match.anyValue() } },
            }),
          ],
        },
      });
    },
  );

  test('selects by tag, a plan for each tier', () => {
    const template = expectTemplate(backedUp({ timeZone: 'Asia/Hong_Kong' }).stack);
    template.resourceCountIs('AWS::Backup::BackupPlan', 3);
    for (const tier of ['1', '2', '3']) {
      template.hasResourceProperties('AWS::Backup::BackupSelection', {
        BackupSelection: {
          ListOfTags: [{ ConditionKey: 'lionrock:backup-tier', ConditionType: 'STRINGEQUALS', ConditionValue: tier }],
        },
      });
    }
    expect(new Set(rules(template).map((rule) => rule.ScheduleExpressionTimezone))).toEqual(
      new Set(['Asia/Hong_Kong']),
    );
  });

  test('the lock fits the rules of the chosen tiers', () => {
    const template = expectTemplate(backedUp({ tiers: [1], tierTag: 'tier' }).stack);
    template.hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 35, MaxRetentionDays: 365 },
    });
    template.resourceCountIs('AWS::Backup::BackupPlan', 1);
    expect(rules(template).map((rule) => rule.Lifecycle.DeleteAfterDays)).toEqual([35, 365]);
  });

  test('the role of the service serves this account only', () => {
    expectTemplate(backedUp().stack).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'backup.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ],
      },
    });
  });

  test('tells of jobs that end badly', () => {
    const stack = testStack();
    const encryptionKey = testKey(stack);
    const { topic } = new AlertTopic(stack, 'Alerts', { encryptionKey });
    new TieredBackup(stack, 'Backup', { encryptionKey, topic });
    expectTemplate(stack).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.backup'],
        detail: { $or: [{ state: Match.arrayWith(['EXPIRED', 'FAILED']) }, { status: Match.anyValue() }] },
      },
      Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('^AlertsTopic') } })],
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('can copy to a vault of another account, but not of another region', () => {
    const env = { account: '110000000011', region: 'ap-east-1' };
    const create = (region: string) => {
      const stack = testStack({ env });
      const arn = `arn:aws:backup:${region}:110000000005:backup-vault:vault`;
      const copyTo = backup.BackupVault.fromBackupVaultArn(stack, 'Other', arn);
      new TieredBackup(stack, 'Backup', { encryptionKey: testKey(stack), copyTo, airGapped: false });
      return expectTemplate(stack);
    };
    const copies = rules(create('ap-east-1')).flatMap((rule) => rule.CopyActions ?? []);
    expect(new Set(copies.map((copy) => copy.DestinationBackupVaultArn))).toEqual(
      new Set(['arn:aws:backup:ap-east-1:110000000005:backup-vault:vault']),
    );
    expect(() => create('ap-east-2')).toThrow(
      /\[Test\/Backup\] found copyTo in ap-east-2: expected a vault in ap-east-1/,
    );
  });

  test.each<[string, Options, RegExp]>([
    ['no tier', { tiers: [] }, /\[Test\/Backup\] found no tiers/],
    ['a name with spaces', { vaultName: 'my vault' }, /found vaultName "my vault": expected 2 to 38/],
    [
      'a lock without grace',
      { lockChangeableFor: Duration.days(1) },
      /found lockChangeableFor 1 day: expected at least 3/,
    ],
  ])('refuses %s', (_case, options, message) => {
    expect(() => backedUp(options)).toThrow(message);
  });

  test('can be thrown away with a trial', () => {
    expectTemplate(backedUp({ removalPolicy: RemovalPolicy.DESTROY }).stack).hasResource('AWS::Backup::BackupVault', {
      DeletionPolicy: 'Delete',
    });
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(backedUp().stack)).toEqual([]);
  });
});
