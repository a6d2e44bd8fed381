import { aws_backup as backup } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { RestoreTesting, type RestoreTestingProps } from '../../../constructs/recovery';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from '../detection/test-stack';

function tested(options: Partial<RestoreTestingProps> = {}) {
  const stack = testStack();
  const vault = backup.BackupVault.fromBackupVaultName(stack, 'Vault', 'vault');
  new RestoreTesting(stack, 'Restore', { vaults: [vault], planName: 'restore_tests', ...options });
  return stack;
}

describe('RestoreTesting', () => {
  test('restores a random backup of the vaults every month', () => {
    expectTemplate(tested()).hasResourceProperties('AWS::Backup::RestoreTestingPlan', {
      RestoreTestingPlanName: 'restore_tests',
      ScheduleExpression: 'cron(0 5 2 * ? *)',
      RecoveryPointSelection: Match.objectLike({
        Algorithm: 'RANDOM_WITHIN_WINDOW',
        IncludeVaults: [{ 'Fn::Join': ['', Match.arrayWith([':backup-vault:vault'])] }],
      }),
    });
  });

  test('restores each kind and keeps it to be checked', () => {
    const template = expectTemplate(tested({ types: ['RDS', 'S3'], validationHours: 24 }));
    template.resourceCountIs('AWS::Backup::RestoreTestingSelection', 2);
    template.hasResource('AWS::Backup::RestoreTestingSelection', {
      DependsOn: [Match.stringLikeRegexp('^RestorePlan')],
      Properties: {
        ProtectedResourceType: 'RDS',
        ProtectedResourceArns: ['*'],
        ValidationWindowHours: 24,
        RestoreTestingSelectionName: 'RDS_of_restore_tests',
      },
    });
  });

  test('tells how to restore what cannot be inferred', () => {
    const restoreMetadata = { RDS: { dbSubnetGroupName: 'data' } };
    expectTemplate(tested({ restoreMetadata })).hasResourceProperties('AWS::Backup::RestoreTestingSelection', {
      ProtectedResourceType: 'RDS',
      RestoreMetadataOverrides: { dbSubnetGroupName: 'data' },
    });
  });

  test('the role of the service serves this account only', () => {
    expectTemplate(tested()).hasResourceProperties('AWS::IAM::Role', {
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

  test.each<[string, Partial<RestoreTestingProps>, RegExp]>([
    ['a name with hyphens', { planName: 'restore-tests' }, /found planName "restore-tests": expected 1 to 50/],
    ['no vault', { vaults: [] }, /found no vaults/],
    ['no kind', { types: [] }, /found no types/],
    ['no time to check', { validationHours: 0 }, /found validationHours 0: expected 1 to 168/],
  ])('refuses %s', (_case, options, message) => {
    expect(() => tested(options)).toThrow(message);
    expect(() => tested(options)).toThrow(/^\[Test\/Restore\]/);
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(tested())).toEqual([]);
  });
});
