import { aws_kms as kms } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { BackupEvidence } from '../../../constructs/recovery';
import { profileById } from '../../../lib/profiles';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from '../detection/test-stack';

describe('BackupEvidence', () => {
  const stack = testStack();
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  new BackupEvidence(stack, 'Evidence', { name: 'agency', encryptionKey, profile: profileById('hk-s17') });

  test('keeps every end of a restore and of a copy, good ones too', () => {
    expectTemplate(stack).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.backup'],
        'detail-type': ['Backup Job State Change', 'Copy Job State Change', 'Restore Job State Change'],
        detail: Match.absent(),
      },
    });
  });

  test('in an encrypted log group that outlives the stack, and into which this rule alone writes', () => {
    expectTemplate(stack).hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      Properties: {
        LogGroupName: '/aws/events/agency-backup-evidence',
        RetentionInDays: 365,
        KmsKeyId: Match.anyValue(),
      },
    });
    const [policy] = Object.values(expectTemplate(stack).findResources('AWS::Logs::ResourcePolicy'));
    const text = JSON.stringify(policy?.['Properties'].PolicyDocument);
    expect(text).toContain('events.amazonaws.com');
    expect(text).toContain('aws:SourceArn');
    expect(unacknowledged(stack)).toEqual([]);
  });
});
