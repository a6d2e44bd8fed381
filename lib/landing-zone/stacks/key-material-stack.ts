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

function description(account: string, keys: AccountKeys): string {
  const what = [
    ...(keys.stored.size > 0 ? ['alarms on the key store'] : []),
    ...(importedOf(keys).length > 0 ? ['ends of imported key material'] : []),
  ].join(' and ');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} of ${account}`;
}

const importedOf = ({ ring }: AccountKeys) => ring.all.filter(({ isImported }) => isImported);

/** Whether the department holds the material of any of the keys. */
export function isHeldByDepartment(keys: AccountKeys): boolean {
  return keys.stored.size > 0 || importedOf(keys).length > 0;
}

/** Tells before the imported material of an account's keys expires, and when its key store is touched or fails. */
export class KeyMaterialStack extends Stack {
  constructor(scope: Construct, id: string, props: KeyMaterialStackProps) {
    const { account, config, keys } = props;
    super(scope, id, { description: description(account.name, keys), terminationProtection: true });
    const topic = props.topic ?? deliveredTopic(this, config.name);
    for (const key of importedOf(keys)) {
      new KeyMaterialExpiry(this, key.purpose, { key, topic });
    }
    if (keys.stored.size > 0) new KeyStoreAlarms(this, 'KeyStore', { topic });
  }
}
