import { type App, aws_sns as sns, Stack } from 'aws-cdk-lib';
import { DepartmentKey, StoredKey } from '../../constructs/keys';
import { profileById } from '../../lib/profiles';

const CUSTODY = {
  department: 'e-services',
  classification: 'CONFIDENTIAL',
  administrators: ['key-administrator'],
  breakGlassRoles: ['break-glass'],
};

/** A key whose material stays in the department's own HSMs, in a key store that the department made and connected. */
export function keysCustodyExample(app: App): Stack {
  const stack = new Stack(app, 'Custody', { env: { account: '110000000011', region: 'ap-east-1' } });
  const encryptionKey = new DepartmentKey(stack, 'LogKey', { ...CUSTODY, purpose: 'logs' });
  encryptionKey.allowLogGroups();
  encryptionKey.allowEvents();
  const { key } = new StoredKey(stack, 'Data', {
    ...CUSTODY,
    purpose: 'data',
    store: { id: 'cks-1234567890abcdef0', type: 'cloudhsm' },
    viaServices: ['sns'],
    log: { encryptionKey, profile: profileById('hk-s17') },
    alarmTopic: new sns.Topic(stack, 'Alerts', { masterKey: encryptionKey, enforceSSL: true }),
  });
  new sns.Topic(stack, 'Applications', { masterKey: key, enforceSSL: true });
  return stack;
}
