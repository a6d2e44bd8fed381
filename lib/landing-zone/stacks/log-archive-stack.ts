import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LogArchive, LogReaderRole } from '../../../constructs/logging';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

/** The log archive of the organisation, and the role by which the audit account reads it. */
export class LogArchiveStack extends Stack {
  readonly archive: LogArchive;

  constructor(scope: Construct, id: string, props: StackContext) {
    const { account, config, names, profile } = props;
    super(scope, id, { description: 'Logs of all accounts, locked for their retention', terminationProtection: true });
    this.archive = new LogArchive(this, 'Archive', {
      name: config.name,
      bucketPrefix: names.archivePrefix,
      organizationId: config.organization.id,
      trailArns: [names.trailArn],
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
    new LogReaderRole(this, 'Reader', {
      roleName: names.role('log-reader'),
      auditAccountId: names.accountOf('audit').id,
      organizationId: config.organization.id,
      archive: this.archive,
    });
  }
}
