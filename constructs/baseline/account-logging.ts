import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import {
  AccountLogSubscription,
  ConfigRecorder,
  LogDataProtection,
  SessionLogs,
  type AccountLogSubscriptionProps,
  type SessionLogsProps,
} from '../logging';

/** What an account records of itself, beside where its configuration goes. */
export interface AccountRecordsProps {
  /** States how long logs are kept. */
  readonly profile: Profile;
  /** Days to keep logs. @default - what the profile states */
  readonly retentionDays?: number;
  /** Where the content of log groups goes. @default - it stays in the account */
  readonly collection?: Omit<AccountLogSubscriptionProps, 'policyName'>;
  /** Mask personal identifiers in all log groups. @default true */
  readonly maskIdentifiers?: boolean;
  /** When sessions on machines end. @default - as `SessionLogs` */
  readonly sessions?: Pick<SessionLogsProps, 'idleMinutes' | 'sessionMinutes'>;
}

/** What {@link addAccountLogging} needs to know. */
export interface AccountLoggingProps extends AccountRecordsProps {
  /** Begins the names of policies and log groups. */
  readonly name: string;
  /** Key of the account for logs; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** Bucket of the log archive that receives configuration history, by name. */
  readonly configBucketName: string;
}

/** Log group of an account for sessions of Session Manager. */
export function sessionLogGroup(name: string): string {
  return `/${name}/sessions`;
}

/**
 * What every account records of itself, and where it goes: its configuration, what its log groups hold, sessions on its
 * machines. What personal identifiers log groups receive is masked.
 */
export function addAccountLogging(scope: Construct, props: AccountLoggingProps): void {
  const { name, profile, encryptionKey, retentionDays, collection } = props;
  new ConfigRecorder(scope, 'Config', { bucketName: props.configBucketName });
  if (collection) new AccountLogSubscription(scope, 'Collection', { policyName: `${name}-collection`, ...collection });
  const group = { profile, encryptionKey, ...(retentionDays === undefined ? {} : { retentionDays }) };
  if (props.maskIdentifiers ?? true) {
    new LogDataProtection(scope, 'DataProtection', { ...group, policyName: `${name}-data-protection` });
  }
  new SessionLogs(scope, 'Sessions', { ...group, logGroupName: sessionLogGroup(name), ...props.sessions });
}
