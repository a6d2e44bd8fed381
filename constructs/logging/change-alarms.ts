import { aws_logs as logs, Duration } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmAtOne } from '../alarm-at-one';
import { PRIVILEGED_CHANGES, type PrivilegedChange } from './privileged-changes';

/** Properties of {@link ChangeAlarms}. */
export interface ChangeAlarmsProps {
  /** Copy of a trail in CloudWatch Logs; that of an organisation’s trail shows all accounts and regions. */
  readonly logGroup: logs.ILogGroup;
  /** Told of each change; it must let alarms of this account publish. */
  readonly topic: sns.ITopic;
  /**
   * Beginning of the alarms' physical names, by which an organisation policy can protect them, and namespace of the
   * metrics.
   */
  readonly namePrefix: string;
}

/**
 * Tells a topic within minutes when rights, keys, networks, trails or the organisation are changed. Read from the trail,
 * because EventBridge sees calls of IAM and Organizations in one region of the partition only. Evidence for DET-04
 * (S17 14.7.1, 14.7.2).
 */
export class ChangeAlarms extends Construct {
  constructor(scope: Construct, id: string, { logGroup, topic, namePrefix }: ChangeAlarmsProps) {
    super(scope, id);
    for (const [name, change] of Object.entries(PRIVILEGED_CHANGES)) {
      const filter = new logs.MetricFilter(this, `${name}-filter`, {
        logGroup,
        filterPattern: logs.FilterPattern.literal(pattern(change)),
        metricNamespace: namePrefix,
        metricName: `changes-${name}`,
      });
      alarmAtOne(this, name, {
        alarmName: `${namePrefix}-changes-${name}`,
        description: change.description,
        metric: filter.metric({ statistic: 'Sum', period: Duration.minutes(5) }),
        topic,
      });
    }
  }
}

/** Calls that were refused count too: somebody tried. */
function pattern({ service, calls = [], errors = [] }: PrivilegedChange): string {
  const named = [
    ...calls.map((call) => `($.eventName = ${call})`),
    ...errors.map((error) => `($.errorCode = "${error}")`),
  ].join(' || ');
  return `{ ($.eventSource = ${service}.amazonaws.com) && (${named}) }`;
}
