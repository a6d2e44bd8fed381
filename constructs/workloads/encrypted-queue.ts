import { aws_sqs as sqs, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Longest time that SQS keeps a message. */
const LONGEST_RETENTION = Duration.days(14);

/** A queue under a customer key that refuses requests without TLS. */
export function encryptedQueue(
  scope: Construct,
  id: string,
  encryptionKey: kms.IKey,
  props: Omit<sqs.QueueProps, 'encryption' | 'encryptionMasterKey' | 'enforceSSL'> = {},
): sqs.Queue {
  return new sqs.Queue(scope, id, {
    retentionPeriod: LONGEST_RETENTION,
    ...props,
    encryption: sqs.QueueEncryption.KMS,
    encryptionMasterKey: encryptionKey,
    enforceSSL: true,
  });
}
