import { aws_cloudwatch as cloudwatch, aws_cloudwatch_actions as actions } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface AlarmAtOneProps {
  readonly description: string;
  readonly metric: cloudwatch.IMetric;
  readonly topic: sns.ITopic;
  /** @default - CloudFormation makes one */
  readonly alarmName?: string;
}

/** Tells a topic of what should not happen even once in a period. */
export function alarmAtOne(
  scope: Construct,
  id: string,
  { description, metric, topic, alarmName }: AlarmAtOneProps,
): void {
  const alarm = new cloudwatch.Alarm(scope, id, {
    ...(alarmName === undefined ? {} : { alarmName }),
    alarmDescription: description,
    metric,
    threshold: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new actions.SnsAction(topic));
}
