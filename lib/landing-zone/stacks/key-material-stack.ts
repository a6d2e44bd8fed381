import { Stack } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { KeyMaterialExpiry, type DepartmentKey } from '../../../constructs/keys';
import type { StackContext } from '../context';
import { deliveredTopic } from '../delivered-baseline';

export interface KeyMaterialStackProps extends StackContext {
  /** Keys whose material the department imports. */
  readonly keys: readonly DepartmentKey[];
  /** The account's topic for alerts. @default the one that the delivered baseline makes */
  readonly topic?: sns.ITopic;
}

/** Tells before the imported material of an account's keys expires. */
export class KeyMaterialStack extends Stack {
  constructor(scope: Construct, id: string, props: KeyMaterialStackProps) {
    const { account, config } = props;
    super(scope, id, { description: `Ends of imported key material of ${account.name}`, terminationProtection: true });
    const topic = props.topic ?? deliveredTopic(this, config.name);
    for (const key of props.keys) new KeyMaterialExpiry(this, key.purpose, { key, topic });
  }
}
