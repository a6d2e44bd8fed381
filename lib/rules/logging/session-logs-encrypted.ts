import { Unknown } from '../../template';
import { isNotFalse, judge, NOT_APPLICABLE, present, type Found } from '../check';
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
    const named = STORES.filter(([store]) => isNamed(setting(store)));
    return judge(
      named.map(([store, flag]) => whereStored(setting(store), setting(flag))),
      isNotFalse,
    );
  },
};

/** A store that may have no name says nothing for certain. */
function whereStored(store: Found, flag: Found): Found {
  if (present.test(store.value) === true || isNotFalse.test(flag.value) !== false) return flag;
  return { ...flag, value: new Unknown('whether the logs are stored there is not known') };
}
