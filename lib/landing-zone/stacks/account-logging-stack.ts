import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigRecorder } from '../../../constructs/logging';
import type { StackContext } from '../context';

/** What every account records of itself, and where it goes. */
export class AccountLoggingStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { account, names } = props;
    super(scope, id, { description: `Configuration history of ${account.name}`, terminationProtection: true });
    new ConfigRecorder(this, 'Config', { bucketName: names.archiveBucket('config') });
  }
}
