import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_events as events,
  Duration,
} from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TopicPublisher } from '../detection/topic-publisher';

/** Properties of {@link KeyMaterialExpiry}. */
export interface KeyMaterialExpiryProps {
  /** Key whose material was imported. */
  readonly key: kms.IKey;
  /** Told before the material expires, and when it did; it must let alarms of this account publish. */
  readonly topic: sns.ITopic;
  /**
   * Days before the end from which the topic is told: 1 to 365.
   * @default 30
   */
  readonly warnDays?: number;
}

const DAYS = { least: 1, most: 365, usual: 30 };
const DAY_SECONDS = 24 * 60 * 60;

/**
 * Tells a topic that imported key material comes to its end, after which nothing under the key can be read until the same
 * material is imported again. KMS counts the seconds only where the material was imported with an end. Evidence for
 * KEY-05 and KEY-06.
 */
export class KeyMaterialExpiry extends Construct {
  /** @throws Error when the days are out of bounds. */
  constructor(scope: Construct, id: string, { key, topic, warnDays = DAYS.usual }: KeyMaterialExpiryProps) {
    super(scope, id);
    if (!Number.isInteger(warnDays) || warnDays < DAYS.least || warnDays > DAYS.most) {
      throw new Error(
        `[${this.node.path}] warnDays: expected whole days from ${DAYS.least} to ${DAYS.most}, found ${warnDays}; correct it or leave it out`,
      );
    }
    const alarm = new cloudwatch.Alarm(this, 'Soon', {
      alarmDescription: `The material of a key expires within ${warnDays} days: import it again`,
      metric: new cloudwatch.Metric({
        namespace: 'AWS/KMS',
        metricName: 'SecondsUntilKeyMaterialExpiration',
        dimensionsMap: { KeyId: key.keyId },
        statistic: 'Minimum',
        period: Duration.hours(1),
      }),
      threshold: warnDays * DAY_SECONDS,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.IGNORE,
    });
    alarm.addAlarmAction(new actions.SnsAction(topic));
    new events.Rule(this, 'Expired', {
      description: 'The material of a key expired: nothing under it can be read',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['KMS Imported Key Material Expiration'],
        resources: [key.keyArn],
      },
      targets: [new TopicPublisher(this, 'Publisher', { topic }).target()],
    });
  }
}
