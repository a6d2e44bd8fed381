import { aws_logs as logs, aws_sns as sns, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ChangeAlarms } from '../../../constructs/logging';
import { PRIVILEGED_CHANGES } from '../../../constructs/logging/privileged-changes';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, keyIn } from './support';

function stackWith(): Stack {
  const stack = new Stack();
  const key = keyIn(stack);
  const topic = new sns.Topic(stack, 'Topic', { masterKey: key, enforceSSL: true });
  const logGroup = logs.LogGroup.fromLogGroupName(stack, 'Trail', 'trail');
  new ChangeAlarms(stack, 'Alarms', { logGroup, topic, namePrefix: 'hk' });
  return stack;
}

describe('ChangeAlarms', () => {
  it.each([
    ['identity', 'iam', 'PutRolePolicy'],
    ['keys', 'kms', 'ScheduleKeyDeletion'],
    ['network', 'ec2', 'AuthorizeSecurityGroupIngress'],
    ['trails', 'cloudtrail', 'StopLogging'],
    ['organization', 'organizations', 'DetachPolicy'],
  ])('%s: %s %s raises an alarm', (name, service, call) => {
    const template = expectTemplate(stackWith());
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      LogGroupName: 'trail',
      FilterPattern: Match.stringLikeRegexp(`eventSource = ${service}\\.amazonaws\\.com.*eventName = ${call}\\)`),
      MetricTransformations: [Match.objectLike({ MetricName: `changes-${name}`, MetricNamespace: 'hk' })],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `hk-changes-${name}`,
      MetricName: `changes-${name}`,
      Threshold: 1,
      AlarmActions: [Match.anyValue()],
      TreatMissingData: 'notBreaching',
    });
  });

  it('has no pattern that CloudWatch Logs would refuse for its length', () => {
    const filters = Object.values(Template.fromStack(stackWith()).findResources('AWS::Logs::MetricFilter'));
    expect(filters).toHaveLength(Object.keys(PRIVILEGED_CHANGES).length);
    for (const filter of filters) expect(filter['Properties'].FilterPattern.length).toBeLessThanOrEqual(1024);
    expect(unacknowledged(stackWith())).toEqual([]);
  });
});
