import { type App, aws_sns as sns, Stack } from 'aws-cdk-lib';
import { DepartmentKey } from '../../constructs/keys';
import {
  AccessLogBucket,
  ArchiveBucket,
  EncryptedLogGroup,
  PERSONAL_IDENTIFIERS,
  SessionLogs,
  TamperAlarms,
} from '../../constructs/logging';
import { profileById } from '../../lib/profiles';

const CUSTODY = { administrators: ['key-administrator'], breakGlassRoles: ['break-glass'] };

/** Logs that nobody can change for as long as Hong Kong's guide asks, and an alarm for whoever tries. */
export function loggingExample(app: App): Stack {
  const stack = new Stack(app, 'Logging', { env: { region: 'ap-east-1' } });
  const profile = profileById('hk-s17');
  const department = { department: 'e-services', classification: 'UNCLASSIFIED' };
  const encryptionKey = new DepartmentKey(stack, 'Key', { ...CUSTODY, ...department, purpose: 'logs' });
  const accessLogs = new AccessLogBucket(stack, 'AccessLogs', { profile }).bucket;
  const archive = new ArchiveBucket(stack, 'FlowLogs', { profile, encryptionKey, accessLogs });
  archive.allowDelivery('log-delivery');
  encryptionKey.allowLogDelivery();
  new EncryptedLogGroup(stack, 'Application', {
    profile,
    logClass: 'application',
    encryptionKey,
    maskedIdentifiers: PERSONAL_IDENTIFIERS,
  });
  new SessionLogs(stack, 'Sessions', { profile, encryptionKey, logGroupName: '/sessions' });
  const topic = new sns.Topic(stack, 'Alerts', { masterKey: encryptionKey, enforceSSL: true });
  new TamperAlarms(stack, 'Tampering', { topic });
  return stack;
}
