import { aws_s3 as s3, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * What every bucket of the library has in common: private, TLS 1.2 or newer, versions kept, no ACLs, kept when the stack
 * goes.
 */
export function privateBucket(scope: Construct, id: string, props: s3.BucketProps): s3.Bucket {
  return new s3.Bucket(scope, id, {
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
    versioned: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  });
}

/**
 * Has the requests to a bucket recorded in a bucket of access logs, and, where asked for, EventBridge told of new objects:
 * CDK would give the other bucket an ACL for the one, and make a function for the other.
 */
export function watchBucket(
  bucket: s3.Bucket,
  { accessLogBucketName, events = false }: { readonly accessLogBucketName: string; readonly events?: boolean },
): void {
  const path = bucket.node.scope?.node.path ?? bucket.node.path;
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) throw new Error(`[${path}] the bucket has no AWS::S3::Bucket`);
  resource.loggingConfiguration = { destinationBucketName: accessLogBucketName, logFilePrefix: `${path}/` };
  if (events) resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
