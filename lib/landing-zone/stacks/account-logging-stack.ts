import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountLogSubscription, ConfigRecorder, LogDataProtection, SessionLogs } from '../../../constructs/logging';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

export interface AccountLoggingStackProps extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/**
 * What every account records of itself, and where it goes: its configuration, what its log groups hold, sessions on its
 * machines. What personal identifiers log groups receive is masked.
 */
export class AccountLoggingStack extends Stack {
  constructor(scope: Construct, id: string, props: AccountLoggingStackProps) {
    const { account, config, names, profile, key } = props;
    super(scope, id, { description: `Logs and configuration history of ${account.name}`, terminationProtection: true });
    new ConfigRecorder(this, 'Config', { bucketName: names.archiveBucket('config') });
    new AccountLogSubscription(this, 'Collection', {
      policyName: `${config.name}-collection`,
      destinationArn: names.logDestinationArn,
      exclude: names.uncollectedLogGroups,
    });
    const group = { profile, encryptionKey: key, retentionDays: retentionDays(props, 'infrastructure') };
    if (config.logging.maskIdentifiers) {
      new LogDataProtection(this, 'DataProtection', { ...group, policyName: `${config.name}-data-protection` });
    }
    new SessionLogs(this, 'Sessions', {
      ...group,
      logGroupName: names.sessionLogGroup,
      idleMinutes: config.logging.sessions.idleMinutes,
      sessionMinutes: config.logging.sessions.maxMinutes,
    });
  }
}
