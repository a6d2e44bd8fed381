import { aws_cloudwatch as cloudwatch, aws_cloudwatch_actions as actions, Duration } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ARCHIVE_KINDS, type ArchiveKind } from './archive-names';
import { REPLICATION_RULE } from './delivery-bucket';
import type { LogArchive } from './log-archive';
import { REQUEST_METRICS } from './log-bucket';
import { SilenceAlarm } from './silence-alarm';

/** Properties of {@link DeliveryAlarms}. */
export interface DeliveryAlarmsProps {
  /** What is watched; its `requestMetrics` must be on. */
  readonly archive: LogArchive;
  /** Told when logs fail to arrive; it must let alarms of this account publish. */
  readonly topic: sns.ITopic;
  /** Beginning of the alarms' physical names, by which an organisation policy can protect them. */
  readonly namePrefix: string;
  /**
   * Minutes without any log of a kind after which the topic is told.
   * @default - {@link SILENCE_MINUTES}
   */
  readonly silenceMinutes?: Partial<Readonly<Record<ArchiveKind, number>>>;
}

/**
 * How long each kind of log may be silent: several times the rhythm in which its services deliver. AWS Config is sure to
 * deliver once a day only.
 */
export const SILENCE_MINUTES: Readonly<Record<ArchiveKind, number>> = {
  trail: 30,
  config: 1800,
  network: 60,
  access: 360,
  groups: 60,
};

/** Seconds that events may be on their way through the stream: the longest that it waits, and half an hour more. */
const STALE_SECONDS = 2700;

/**
 * Tells a topic when logs stop to arrive in an archive, when copies into its locked buckets fail, and when the stream from
 * log groups falls behind. Evidence for LOG-09 (S17 14.7.2).
 */
export class DeliveryAlarms extends Construct {
  /** @throws Error when the archive has no request metrics, or a time of silence is out of bounds. */
  constructor(scope: Construct, id: string, props: DeliveryAlarmsProps) {
    super(scope, id);
    if (!props.archive.requestMetrics) {
      throw new Error(
        `[${this.node.path}] archive: expected one that counts requests, found none; set requestMetrics: true of the LogArchive`,
      );
    }
    for (const kind of ARCHIVE_KINDS) {
      this.watchSilence(kind, props);
      this.watchCopies(kind, props);
    }
    this.watchStream(props);
  }

  private watchSilence(kind: ArchiveKind, { archive, topic, namePrefix, silenceMinutes }: DeliveryAlarmsProps): void {
    const minutes = silenceMinutes?.[kind] ?? SILENCE_MINUTES[kind];
    new SilenceAlarm(this, `${kind}-silent`, {
      alarmName: `${namePrefix}-logs-${kind}-silent`,
      description: `No ${kind} logs arrived in the archive for ${minutes} minutes`,
      metric: new cloudwatch.Metric({
        namespace: 'AWS/S3',
        metricName: 'PutRequests',
        dimensionsMap: { BucketName: archive.deliveryBucket(kind).bucketName, FilterId: REQUEST_METRICS },
      }),
      minutes,
      topic,
    });
  }

  private watchCopies(kind: ArchiveKind, { archive, topic, namePrefix }: DeliveryAlarmsProps): void {
    const source = archive.deliveryBucket(kind);
    const destination = archive.archive(kind).bucket;
    if (source === destination) return;
    this.alarm(`${kind}-not-copied`, topic, {
      alarmName: `${namePrefix}-logs-${kind}-not-copied`,
      alarmDescription: `Logs of the kind ${kind} could not be copied into their locked bucket`,
      metric: new cloudwatch.Metric({
        namespace: 'AWS/S3',
        metricName: 'OperationsFailedReplication',
        dimensionsMap: {
          SourceBucket: source.bucketName,
          DestinationBucket: destination.bucketName,
          RuleId: REPLICATION_RULE,
        },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }

  private watchStream({ archive, topic, namePrefix }: DeliveryAlarmsProps): void {
    this.alarm('stream-stale', topic, {
      alarmName: `${namePrefix}-logs-groups-stale`,
      alarmDescription: 'What log groups hold waits in the stream instead of arriving in the archive',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Firehose',
        metricName: 'DeliveryToS3.DataFreshness',
        dimensionsMap: { DeliveryStreamName: archive.collection.streamName },
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      threshold: STALE_SECONDS,
    });
  }

  private alarm(
    id: string,
    topic: sns.ITopic,
    props: Omit<cloudwatch.AlarmProps, 'comparisonOperator' | 'evaluationPeriods' | 'treatMissingData'>,
  ): void {
    const alarm = new cloudwatch.Alarm(this, id, {
      ...props,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new actions.SnsAction(topic));
  }
}
