import type { Rule } from '../rule';
import { firehoseEncrypted } from './firehose-encrypted';
import { kafkaConnectorTls } from './kafka-connector-tls';
import { kinesisStreamEncrypted } from './kinesis-stream-encrypted';
import { mailTls } from './mail-tls';
import { mqAuditLogged } from './mq-audit-logged';
import { mqCustomerKey } from './mq-customer-key';
import { mqLogged } from './mq-logged';
import { mqNotPublic } from './mq-not-public';
import { mskAuthenticated } from './msk-authenticated';
import { mskBrokersTls } from './msk-brokers-tls';
import { mskCustomerKey } from './msk-customer-key';
import { mskLogged } from './msk-logged';
import { mskNotPublic } from './msk-not-public';
import { mskTls } from './msk-tls';
import { snsTopicCustomerKey } from './sns-topic-customer-key';
import { snsTopicEncrypted } from './sns-topic-encrypted';
import { snsTopicTlsOnly } from './sns-topic-tls-only';
import { sqsQueueCustomerKey } from './sqs-queue-customer-key';
import { sqsQueueEncrypted } from './sqs-queue-encrypted';
import { sqsQueueTlsOnly } from './sqs-queue-tls-only';
import { streamSourceTls } from './stream-source-tls';
import { videoIngestTls } from './video-ingest-tls';

/** Rules of the family messaging. */
export const messagingRules: readonly Rule[] = [
  firehoseEncrypted,
  kafkaConnectorTls,
  kinesisStreamEncrypted,
  mailTls,
  mqAuditLogged,
  mqCustomerKey,
  mqLogged,
  mqNotPublic,
  mskAuthenticated,
  mskBrokersTls,
  mskCustomerKey,
  mskLogged,
  mskNotPublic,
  mskTls,
  snsTopicCustomerKey,
  snsTopicEncrypted,
  snsTopicTlsOnly,
  sqsQueueCustomerKey,
  sqsQueueEncrypted,
  sqsQueueTlsOnly,
  streamSourceTls,
  videoIngestTls,
];
