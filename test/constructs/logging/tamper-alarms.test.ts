import { aws_sns as sns, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TamperAlarms, type TamperAlarmsProps } from '../../../constructs/logging';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, keyIn } from './support';

function stackWith(props: Partial<TamperAlarmsProps> = {}): Stack {
  const stack = new Stack();
  const topic = new sns.Topic(stack, 'Topic', { masterKey: keyIn(stack), enforceSSL: true });
  new TamperAlarms(stack, 'Alarms', { topic, ...props });
  return stack;
}

describe('TamperAlarms', () => {
  it.each([
    ['cloudtrail', 'StopLogging'],
    ['cloudtrail', 'DeleteTrail'],
    ['cloudtrail', 'UpdateTrail'],
    ['config', 'StopConfigurationRecorder'],
    ['kms', 'DisableKey'],
    ['kms', 'ScheduleKeyDeletion'],
    ['s3', 'PutBucketPolicy'],
    ['ec2', 'DeleteFlowLogs'],
    ['guardduty', 'DeleteDetector'],
    ['securityhub', 'DisableSecurityHub'],
    ['logs', 'DeleteLogGroup'],
    ['logs', 'DeleteAccountPolicy'],
    ['firehose', 'UpdateDestination'],
    ['ssm', 'UpdateDocument'],
    ['events', 'DisableRule'],
  ])('%s: %s is told', (service, call) => {
    expectTemplate(stackWith()).hasResourceProperties('AWS::Events::Rule', {
      State: 'ENABLED',
      EventPattern: {
        source: [`aws.${service}`],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: { eventSource: [`${service}.amazonaws.com`], eventName: Match.arrayWith([call]) },
      },
      Targets: [Match.objectLike({ Arn: Match.anyValue(), RoleArn: Match.anyValue() })],
    });
  });

  it('tells when AWS Config cannot deliver', () => {
    expectTemplate(stackWith()).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.config'], detail: { messageType: [{ suffix: 'Failed' }] } },
    });
  });

  it('watches the named buckets only, when there are any', () => {
    expectTemplate(stackWith({ bucketNames: ['archive'] })).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.s3'], detail: { requestParameters: { bucketName: ['archive'] } } },
    });
  });

  it('has rules whose names an organisation policy can protect', () => {
    const rules = Object.values(Template.fromStack(stackWith({ namePrefix: 'hk' })).findResources('AWS::Events::Rule'));
    for (const rule of rules) expect(rule['Properties'].Name).toMatch(/^hk-tampering-[a-z-]+$/);
  });

  it('publishes by a role of its own to the encrypted topic', () => {
    const stack = stackWith();
    const rules = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
    expect(new Set(rules.map((rule) => JSON.stringify(rule['Properties'].Targets[0].RoleArn))).size).toBe(1);
    expectTemplate(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Action: 'sns:Publish' }),
          Match.objectLike({ Action: ['kms:GenerateDataKey', 'kms:Decrypt'] }),
        ],
      },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });
});
