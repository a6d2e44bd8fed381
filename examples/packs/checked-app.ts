import { type App, aws_s3 as s3, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { DataResidencyChecks, HongKongGovernmentChecks } from '../../lib/packs';

/** An app that is judged at synthesis, and a finding that somebody answers for. */
export function checkedApp(app: App): Stack {
  Validations.of(app).addPlugins(
    new HongKongGovernmentChecks(app, { classification: 'UNCLASSIFIED', systemTier: 2 }),
    new DataResidencyChecks(app),
  );
  const stack = new Stack(app, 'OpenData', { env: { account: '111111111111', region: 'ap-east-1' } });
  const bucket = new s3.Bucket(stack, 'Published', {
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(bucket).acknowledge({
    id: 'HongKongGovernment::HongKongGovernment-bucket-access-logged',
    reason: 'Holds copies of published data only; CloudTrail data events record who writes',
  });
  return stack;
}
