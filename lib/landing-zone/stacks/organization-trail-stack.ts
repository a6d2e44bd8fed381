import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ChangeAlarms, OrganizationTrail, SilenceAlarm } from '../../../constructs/logging';
import type { StackContext } from '../context';
import { deliveredTopic } from '../delivered-baseline';
import { retentionDays } from '../retention';

export interface OrganizationTrailStackProps extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
  /** The account's topic for alerts. @default the one that the delivered baseline makes */
  readonly topic?: sns.ITopic;
}

/** The trail of the organisation, delivered to the log archive, and alarms on what it says of all accounts. */
export class OrganizationTrailStack extends Stack {
  constructor(scope: Construct, id: string, props: OrganizationTrailStackProps) {
    const { config, names, profile, key } = props;
    super(scope, id, { description: 'Trail of all accounts of the organisation', terminationProtection: true });
    const { logGroup } = new OrganizationTrail(this, 'Trail', {
      trailName: names.trail,
      organizationId: config.organization.id,
      bucketName: names.archiveBucket('trail'),
      keyArn: names.archiveKeyAliasArn('trail'),
      archiveBucketArns: [`arn:${profile.partition}:s3:::${names.archivePrefix}-`],
      logGroupKey: key,
      logGroupName: names.trailLogGroup,
      profile,
      retentionDays: retentionDays(props, 'infrastructure'),
      dataEvents: config.logging.dataEvents ? config.logging.dataEventSelectors : [],
    });
    const topic = props.topic ?? deliveredTopic(this, config.name);
    new ChangeAlarms(this, 'Changes', { logGroup, topic, namePrefix: config.name });
    new SilenceAlarm(this, 'Silence', {
      alarmName: `${config.name}-trail-silent`,
      description: 'The organisation trail wrote nothing into its log group',
      metric: logGroup.metricIncomingLogEvents(),
      minutes: config.logging.silenceMinutes.trail,
      topic,
    });
  }
}
