import { aws_ssm as ssm } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_logs as logs, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from './encrypted-log-group';
import type { RetentionProps } from './retention';

/** Properties of {@link SessionLogs}. */
export interface SessionLogsProps extends RetentionProps {
  /** Customer key of the log group. */
  readonly encryptionKey: kms.IKey;
  /** Name of the log group. */
  readonly logGroupName: string;
  /**
   * Key by which Session Manager encrypts the session itself beside TLS. Who starts sessions, and the instances, must be
   * able to use it themselves.
   * @default - TLS alone
   */
  readonly sessionKey?: kms.IKey;
  /**
   * Minutes without a keystroke after which a session ends: 1 to 60.
   * @default 15
   */
  readonly idleMinutes?: number;
  /**
   * Minutes after which a session ends: 1 to 1440.
   * @default 60
   */
  readonly sessionMinutes?: number;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/** Under this name Session Manager looks for the preferences of an account and region. */
export const SESSION_PREFERENCES = 'SSM-SessionManagerRunShell';

const IDLE_MINUTES = { least: 1, most: 60, usual: 15 };
const SESSION_MINUTES = { least: 1, most: 1440, usual: 60 };

/**
 * Records what people type and see in Session Manager, as it happens, in an encrypted log group, and ends sessions that
 * nobody uses. An account and region has one such setting; where somebody saved preferences before, delete that document
 * (`aws ssm delete-document --name SSM-SessionManagerRunShell`) or CloudFormation refuses to make it. Evidence for LOG-01,
 * LOG-04 and LOG-06 (S17 14.4.2).
 */
export class SessionLogs extends Construct {
  /** What was typed and shown, a stream for each session. */
  readonly logGroup: logs.ILogGroup;

  /** @throws Error when minutes are out of bounds, or nobody says how long to keep the logs. */
  constructor(scope: Construct, id: string, props: SessionLogsProps) {
    super(scope, id);
    const { sessionKey, idleMinutes, sessionMinutes, ...group } = props;
    this.logGroup = new EncryptedLogGroup(this, 'LogGroup', group);
    const document = new ssm.CfnDocument(this, 'Preferences', {
      name: SESSION_PREFERENCES,
      documentType: 'Session',
      documentFormat: 'JSON',
      updateMethod: 'NewVersion',
      content: {
        schemaVersion: '1.0',
        description: 'Preferences of Session Manager',
        sessionType: 'Standard_Stream',
        inputs: {
          cloudWatchLogGroupName: this.logGroup.logGroupName,
          cloudWatchEncryptionEnabled: true,
          cloudWatchStreamingEnabled: true,
          s3BucketName: '',
          s3KeyPrefix: '',
          s3EncryptionEnabled: true,
          kmsKeyId: sessionKey?.keyArn ?? '',
          runAsEnabled: false,
          runAsDefaultUser: '',
          idleSessionTimeout: String(this.minutes('idleMinutes', idleMinutes, IDLE_MINUTES)),
          maxSessionDuration: String(this.minutes('sessionMinutes', sessionMinutes, SESSION_MINUTES)),
          shellProfile: { linux: '', windows: '' },
        },
      },
    });
    document.node.addDependency(this.logGroup);
  }

  private minutes(prop: string, found: number | undefined, bounds: typeof IDLE_MINUTES): number {
    const value = found ?? bounds.usual;
    if (Number.isInteger(value) && value >= bounds.least && value <= bounds.most) return value;
    throw new Error(
      `[${this.node.path}] ${prop}: expected whole minutes from ${bounds.least} to ${bounds.most}, found ${value}; Session Manager accepts no others`,
    );
  }
}
