import { Stack } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { KeyMaterialExpiry, KeyStoreAlarms } from '../../../constructs/keys';
import type { StackContext } from '../context';
import { deliveredTopic } from '../delivered-baseline';
import type { AccountKeys } from '../key-for';

export interface KeyMaterialStackProps extends StackContext {
  readonly keys: AccountKeys;
  /** The account's topic for alerts. @default the one that the delivered baseline makes */
  readonly topic?: sns.ITopic;
}

function description(account: string, { stored }: AccountKeys): string {
  const what = stored.size > 0 ? 'Alarms on the key store' : 'Ends of imported key material';
  return `${what} of ${account}`;
}

/** Whether the department holds the material of any of the keys. */
export function isHeldByDepartment({ ring, stored }: AccountKeys): boolean {
  return stored.size > 0 || ring.all.some((key) => key.isImported);
}

/** Tells before the imported material of an account's keys expires, and when its key store is touched or fails. */
export class KeyMaterialStack extends Stack {
  constructor(scope: Construct, id: string, props: KeyMaterialStackProps) {
    const { account, config, keys } = props;
    super(scope, id, { description: description(account.name, keys), terminationProtection: true });
    const topic = props.topic ?? deliveredTopic(this, config.name);
    for (const key of keys.ring.all.filter(({ isImported }) => isImported)) {
      new KeyMaterialExpiry(this, key.purpose, { key, topic });
    }
    if (keys.stored.size > 0) new KeyStoreAlarms(this, 'KeyStore', { topic });
  }
}
