import { aws_sns as sns, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alertTopicName } from '../../../constructs/baseline';
import { DeliveryAlarms, LogArchive, LogQueries, LogReaderRole } from '../../../constructs/logging';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

export interface LogArchiveStackProps extends StackContext {
  /** Key of the account for results of queries. */
  readonly key: kms.IKey;
}

/**
 * The log archive of the organisation, alarms for logs that fail to arrive, and the role by which the audit account reads
 * and searches it.
 */
export class LogArchiveStack extends Stack {
  readonly archive: LogArchive;

  constructor(scope: Construct, id: string, props: LogArchiveStackProps) {
    const { account, config, names, profile } = props;
    super(scope, id, { description: 'Logs of all accounts, locked for their retention', terminationProtection: true });
    this.archive = new LogArchive(this, 'Archive', {
      name: config.name,
      bucketPrefix: names.archivePrefix,
      organizationId: config.organization.id,
      trailArns: [names.trailArn],
      requestMetrics: true,
      destinationName: names.logDestination,
      profile,
      retentionDays: retentionDays(props, 'infrastructure'),
      department: account.department,
      classification: account.holds.classification,
      administrators: [names.role('key-administrator')],
      breakGlassRoles: [names.role('break-glass')],
      auditors: [names.role('audit')],
      readers: ['log-reader', 'break-glass'].map((purpose) => names.roleArn(account, purpose)),
    });
    new DeliveryAlarms(this, 'Deliveries', {
      archive: this.archive,
      // By its name: what watches the account needs the archive, so that the topic stands later.
      topic: sns.Topic.fromTopicArn(
        this,
        'AlertTopic',
        this.formatArn({ service: 'sns', resource: alertTopicName(config.name) }),
      ),
      namePrefix: config.name,
      silenceMinutes: config.logging.silenceMinutes,
    });
    const reader = new LogReaderRole(this, 'Reader', {
      roleName: names.role('log-reader'),
      auditAccountId: names.accountOf('audit').id,
      organizationId: config.organization.id,
      archive: this.archive,
    });
    this.queries(props).grantQuery(reader.role);
  }

  private queries(props: LogArchiveStackProps): LogQueries {
    const { config, names, profile, key } = props;
    return new LogQueries(this, 'Queries', {
      name: `${config.name}-logs`,
      buckets: names.lockedBuckets,
      organizationId: config.organization.id,
      accounts: config.accounts.map(({ id }) => id),
      regions: [config.homeRegion],
      days: retentionDays({ config, profile }, 'infrastructure'),
      firewalls: [names.inspectionFirewall],
      encryptionKey: key,
      accessLogs: this.archive.deliveryBucket('access'),
    });
  }
}
