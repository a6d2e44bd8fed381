import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAccountLogging } from '../../../constructs/baseline';
import { accountRecords } from '../account-records';
import type { StackContext } from '../context';

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
    const { account, config, names, key } = props;
    super(scope, id, { description: `Logs and configuration history of ${account.name}`, terminationProtection: true });
    addAccountLogging(this, {
      ...accountRecords(props),
      name: config.name,
      encryptionKey: key,
      configBucketName: names.archiveBucket('config'),
    });
  }
}
