import { aws_events as events } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TopicPublisher } from '../detection';

/** Properties of {@link BackupAlerts}. */
export interface BackupAlertsProps {
  readonly topic: sns.ITopic;
  /** Beginning of the rule's physical name, or undefined for a generated one. */
  readonly namePrefix: string | undefined;
}

/** Ends of a job that leave something unprotected or untested. */
const BAD_ENDS = ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'];

/**
 * Reports jobs that ended badly. Through EventBridge, because a vault's own notifications would need a topic that trusts
 * the backup service of every account.
 */
export class BackupAlerts extends Construct {
  constructor(scope: Construct, id: string, props: BackupAlertsProps) {
    super(scope, id);
    const publisher = new TopicPublisher(this, 'Publisher', { topic: props.topic });
    new events.Rule(this, 'BadEnds', {
      description: 'Backup, copy and restore jobs that failed, were aborted or expired',
      eventPattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change', 'Copy Job State Change', 'Restore Job State Change'],
        detail: { $or: [{ state: BAD_ENDS }, { status: BAD_ENDS }] },
      },
      targets: [publisher.target()],
      ...(props.namePrefix ? { ruleName: `${props.namePrefix}-backup-alerts` } : {}),
    });
  }
}
