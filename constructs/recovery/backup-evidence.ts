import { ArnFormat, aws_events as events, aws_iam as iam, aws_logs as logs, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import { EncryptedLogGroup } from '../logging';

/** Properties of {@link BackupEvidence}. */
export interface BackupEvidenceProps {
  /** Ends the name of the log group and begins that of the rule: `agency` makes `/aws/events/agency-backup-evidence`. */
  readonly name: string;
  /** Customer key of the log group. */
  readonly encryptionKey: kms.IKey;
  /** States how long the evidence is kept. */
  readonly profile: Profile;
  /**
   * Days to keep it, where longer than the profile asks.
   * @default - what the profile asks for logs of infrastructure
   */
  readonly retentionDays?: number;
}

/**
 * Keeps how each restore, restore test, copy and backup ended, with the reason and the time it took, in a log group that
 * outlives its stack. Where the log groups of an account are collected (`AccountLogSubscription`), the archive keeps the
 * evidence locked. Evidence for BKP-02 (that there is a disconnected copy, S17 14.3.5) and BKP-04 (that it can be restored,
 * S17 14.3.3).
 */
export class BackupEvidence extends Construct {
  readonly logGroup: logs.ILogGroup;

  constructor(scope: Construct, id: string, { name, encryptionKey, profile, retentionDays }: BackupEvidenceProps) {
    super(scope, id);
    // EventBridge writes into groups of this prefix alone.
    this.logGroup = new EncryptedLogGroup(this, 'Log', {
      logGroupName: `/aws/events/${name}-backup-evidence`,
      encryptionKey,
      profile,
      logClass: 'infrastructure',
      ...(retentionDays === undefined ? {} : { retentionDays }),
    });
    const rule = new events.Rule(this, 'Ends', {
      ruleName: `${name}-backup-evidence`,
      description: 'How backups, copies, restores and restore tests ended',
      eventPattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change', 'Copy Job State Change', 'Restore Job State Change'],
      },
      targets: [{ bind: () => ({ arn: this.groupArn(), targetResource: this.logGroup }) }],
    });
    new logs.CfnResourcePolicy(this, 'Writing', {
      policyName: `${name}-backup-evidence`,
      policyDocument: Stack.of(this).toJsonString(this.writing(rule).toJSON()),
    });
  }

  /** EventBridge knows the group without the suffix that stands for its streams. */
  private groupArn(): string {
    return Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: this.logGroup.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private writing(rule: events.IRule): iam.PolicyDocument {
    return new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({
          principals: [new iam.ServicePrincipal('events.amazonaws.com')],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`${this.groupArn()}:*`],
          conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
        }),
      ],
    });
  }
}
