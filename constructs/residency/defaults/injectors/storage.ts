import { aws_ec2 as ec2, aws_ecr as ecr, aws_efs as efs, aws_s3 as s3, RemovalPolicy, Token } from 'aws-cdk-lib';
import { defaultsFor, type AnyClassDefaults } from './injector';

/** Buckets, volumes, file systems, repositories of images. */
export const storageDefaults: readonly AnyClassDefaults[] = [
  defaultsFor<s3.BucketProps>(s3.Bucket, (given, { scope }, stack) => ({
    ...(given.encryption === undefined || given.encryption === s3.BucketEncryption.KMS
      ? { encryption: s3.BucketEncryption.KMS, encryptionKey: given.encryptionKey ?? stack.key(scope) }
      : {}),
    bucketKeyEnabled: given.encryption === undefined || given.encryption === s3.BucketEncryption.KMS,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    serverAccessLogsBucket: stack.accessLogs(scope),
    serverAccessLogsPrefix: `${scope.node.path}/${writtenName(given.bucketName)}/`.slice(-200),
    removalPolicy: RemovalPolicy.RETAIN,
  })),
  defaultsFor<ec2.VolumeProps>(ec2.Volume, (_given, { scope }, stack) => ({
    encrypted: true,
    encryptionKey: stack.key(scope),
    removalPolicy: RemovalPolicy.SNAPSHOT,
  })),
  defaultsFor<efs.FileSystemProps>(efs.FileSystem, (_given, { scope }, stack) => ({
    encrypted: true,
    kmsKey: stack.key(scope),
    enableAutomaticBackups: true,
    allowAnonymousAccess: false,
  })),
  defaultsFor<ecr.RepositoryProps>(ecr.Repository, (given, { scope }, stack) => ({
    ...(given.encryption === undefined || given.encryption === ecr.RepositoryEncryption.KMS
      ? { encryption: ecr.RepositoryEncryption.KMS, encryptionKey: given.encryptionKey ?? stack.key(scope) }
      : {}),
    imageScanOnPush: true,
    imageTagMutability: ecr.TagMutability.IMMUTABLE,
  })),
];

/** A name that CDK makes at synthesis, as for the artefacts of a pipeline, is no text to write into another. */
function writtenName(name: string | undefined): string {
  return name === undefined || Token.isUnresolved(name) ? 'bucket' : name;
}
