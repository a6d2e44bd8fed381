import {
  aws_events as events,
  aws_kinesis as kinesis,
  aws_kinesisfirehose as firehose,
  aws_sns as sns,
  aws_sqs as sqs,
} from 'aws-cdk-lib';
import { defaultsFor, type AnyClassDefaults } from './injector';

/** Queues, topics, streams, buses. */
export const messagingDefaults: readonly AnyClassDefaults[] = [
  defaultsFor<sqs.QueueProps>(sqs.Queue, (given, { scope }, stack) => ({
    ...(given.encryption === undefined || given.encryption === sqs.QueueEncryption.KMS
      ? {
          encryption: sqs.QueueEncryption.KMS,
          encryptionMasterKey: given.encryptionMasterKey ?? stack.key(scope),
        }
      : {}),
    enforceSSL: true,
  })),
  defaultsFor<sns.TopicProps>(sns.Topic, (_given, { scope }, stack) => ({
    masterKey: stack.key(scope),
    enforceSSL: true,
  })),
  defaultsFor<kinesis.StreamProps>(kinesis.Stream, (given, { scope }, stack) =>
    given.encryption === undefined || given.encryption === kinesis.StreamEncryption.KMS
      ? { encryption: kinesis.StreamEncryption.KMS, encryptionKey: given.encryptionKey ?? stack.key(scope) }
      : {},
  ),
  defaultsFor<firehose.DeliveryStreamProps>(firehose.DeliveryStream, (given, { scope }, stack) =>
    // Where the source is a stream, that encrypts.
    given.source === undefined ? { encryption: firehose.StreamEncryption.customerManagedKey(stack.key(scope)) } : {},
  ),
  defaultsFor<events.EventBusProps>(events.EventBus, (_given, { scope }, stack) => ({ kmsKey: stack.key(scope) })),
];
