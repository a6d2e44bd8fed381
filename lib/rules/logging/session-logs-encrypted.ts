import { isNotFalse, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { isNamed, sessionSettings } from './session-settings';

/** Where logs go, and what says that the store must be encrypted. */
const STORES = [
  ['s3BucketName', 's3EncryptionEnabled'],
  ['cloudWatchLogGroupName', 'cloudWatchEncryptionEnabled'],
] as const;

/** Session Manager refuses to write to a store that is not encrypted, unless it is told not to look. */
export const sessionLogsEncrypted: Rule = {
  id: 'session-logs-encrypted',
  control: 'LOG-04',
  message: 'Logs of sessions may be written without encryption.',
  remediation: 'Set s3EncryptionEnabled and cloudWatchEncryptionEnabled to true.',
  types: ['AWS::SSM::Document'],
  scope: 'resource',
  evaluate: (resource) => {
    const setting = sessionSettings(resource);
    if (!setting) return NOT_APPLICABLE;
    const flags = STORES.filter(([store]) => isNamed(setting(store))).map(([, flag]) => setting(flag));
    return judge(flags, isNotFalse);
  },
};
