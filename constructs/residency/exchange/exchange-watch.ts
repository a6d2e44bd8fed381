import { aws_events as events, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_lambda as lambda, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmAtOne } from '../../alarm-at-one';
import { TopicPublisher } from '../../detection';

/** Properties of {@link ExchangeWatch}. */
interface ExchangeWatchProps {
  readonly topic: sns.ITopic;
  readonly topicKey?: kms.IKey | undefined;
  readonly records: s3.IBucket;
  readonly staging: s3.IBucket;
  /** Name of the parameter of the kill switch. */
  readonly switchName: string;
  readonly functions: readonly lambda.IFunction[];
  /** Where work ends that failed every time. */
  readonly deadLetters: readonly sqs.IQueue[];
}

/** Records of which somebody must know: what waits, and what went wrong. */
const TOLD = ['/screened.json', '/quarantined.json', '-refused.json', '/failed.json'];

/** Tells a topic what waits for approval, what was kept back, refused or lost, and who touches the kill switch. */
export class ExchangeWatch extends Construct {
  constructor(scope: Construct, id: string, props: ExchangeWatchProps) {
    super(scope, id);
    this.rules(props);
    const { functions, deadLetters, topic } = props;
    for (const [index, fn] of functions.entries()) {
      const metric = fn.metricErrors({ period: Duration.minutes(5) });
      alarmAtOne(this, `Errors${index}`, { description: 'A function of the exchange fails', metric, topic });
    }
    for (const [index, queue] of deadLetters.entries()) {
      const metric = queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      });
      const description = 'Work of the exchange failed every time, and lies among the dead letters';
      alarmAtOne(this, `Lost${index}`, { description, metric, topic });
    }
  }

  private rules({ topic, topicKey, records, staging, switchName }: ExchangeWatchProps): void {
    const publisher = new TopicPublisher(this, 'Publisher', {
      topic,
      ...(topicKey === undefined ? {} : { encryptionKey: topicKey }),
    });
    const targets = [publisher.target()];
    new events.Rule(this, 'Recorded', {
      description: 'An object waits for approval, or was kept back, refused or not delivered',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [records.bucketName] }, object: { key: TOLD.map((suffix) => ({ suffix })) } },
      },
      targets,
    });
    new events.Rule(this, 'Switched', {
      description: 'Somebody set or removed the kill switch of the exchange',
      eventPattern: {
        source: ['aws.ssm'],
        detailType: ['Parameter Store Change'],
        detail: { name: [switchName] },
      },
      targets,
    });
    new events.Rule(this, 'Unscanned', {
      description: 'GuardDuty cannot scan what is handed in',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: [
          'GuardDuty Malware Protection Resource Status Error',
          'GuardDuty Malware Protection Resource Status Warning',
        ],
        detail: { s3BucketDetails: { bucketName: [staging.bucketName] } },
      },
      targets,
    });
  }
}
