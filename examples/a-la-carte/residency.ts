import { type App, aws_dynamodb as dynamodb, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { ResidencyBoundary } from '../../constructs/residency';
import { RecordTable } from '../../constructs/workloads';
import { profileById } from '../../lib/profiles';

/** A stack whose data stays in Hong Kong: synthesis fails as soon as something would carry it elsewhere. */
export function residencyExample(app: App): Stack {
  const stack = new Stack(app, 'OpenData', { env: { region: 'ap-east-1' } });
  ResidencyBoundary.of(stack, {
    profile: profileById('hk-s17'),
    deploymentModel: 'public',
    classification: 'UNCLASSIFIED',
    personalData: false,
  });
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
  new RecordTable(stack, 'Published', { encryptionKey, partitionKey });
  return stack;
}
