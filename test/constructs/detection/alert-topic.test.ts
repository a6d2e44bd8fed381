import { aws_sns_subscriptions as subscriptions } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AlertTopic } from '../../../constructs/detection';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testKey, testStack, testTopic } from './test-stack';

describe('AlertTopic', () => {
  test('encrypts messages with the given key', () => {
    const stack = testStack();
    testTopic(stack);
    expectTemplate(stack).hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
    });
  });

  test('refuses publishing without TLS', () => {
    const stack = testStack();
    testTopic(stack);
    expectTemplate(stack).hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Principal: '*',
            Action: 'sns:Publish',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  test('lets alarms of this account publish and use the key, and no other service', () => {
    const stack = testStack();
    testTopic(stack);
    const template = expectTemplate(stack);
    const condition = {
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      ArnLike: {
        'aws:SourceArn': {
          'Fn::Join': [
            '',
            [
              'arn:',
              { Ref: 'AWS::Partition' },
              ':cloudwatch:',
              { Ref: 'AWS::Region' },
              ':',
              { Ref: 'AWS::AccountId' },
              ':alarm:*',
            ],
          ],
        },
      },
    };
    const alarms = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Condition: condition };
    const policy = Object.values(template.findResources('AWS::SNS::TopicPolicy'))[0];
    const allowed = policy?.['Properties'].PolicyDocument.Statement.filter(
      (statement: { Effect: string }) => statement.Effect === 'Allow',
    );
    expect(allowed).toEqual([expect.objectContaining({ ...alarms, Action: 'sns:Publish' })]);
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([Match.objectLike({ ...alarms, Action: ['kms:GenerateDataKey', 'kms:Decrypt'] })]),
      },
    });
  });

  test('subscribes mailboxes and other endpoints', () => {
    const stack = testStack();
    const alerts = new AlertTopic(stack, 'Alerts', {
      encryptionKey: testKey(stack),
      emails: ['security@example.gov.hk'],
    });
    alerts.addSubscription(new subscriptions.UrlSubscription('https://siem.example.gov.hk/alerts'));
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'security@example.gov.hk',
    });
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'https' });
  });

  test('refuses what is not a mailbox', () => {
    const stack = testStack();
    const props = { encryptionKey: testKey(stack), emails: ['security'] };
    expect(() => new AlertTopic(stack, 'Alerts', props)).toThrow(
      /\[Test\/Alerts\] found "security" in emails: expected an e-mail address/,
    );
  });

  test('passes the rule packs', () => {
    const stack = testStack();
    testTopic(stack);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
