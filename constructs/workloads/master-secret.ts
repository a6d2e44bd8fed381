import { aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * The secret that RDS keeps for a master user. CDK's own `grantRead` writes the reader's role into the key's policy: a
 * cycle when the key belongs to another stack, and a policy that KMS refuses as long as the role does not exist. Here
 * the reader's identity policy names the key instead.
 */
export function masterSecret(scope: Construct, secretArn: string, encryptionKey: kms.IKey): secretsmanager.ISecret {
  const secret = secretsmanager.Secret.fromSecretCompleteArn(scope, 'MasterSecret', secretArn);
  const readSecret = secret.grantRead.bind(secret);
  return Object.assign(secret, {
    grantRead: (grantee: iam.IGrantable, versionStages?: string[]): iam.Grant =>
      readSecret(grantee, versionStages).combine(encryptionKey.grantDecrypt(grantee)),
  });
}
