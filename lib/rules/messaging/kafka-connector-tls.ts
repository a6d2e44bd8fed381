import { among, property } from '../check';
import type { Rule } from '../rule';

/** Required by the type; plain text is a value of it. */
export const kafkaConnectorTls: Rule = {
  id: 'kafka-connector-tls',
  control: 'NET-14',
  message: 'The connector talks to Kafka without TLS.',
  remediation: 'Set KafkaClusterEncryptionInTransit.EncryptionType to TLS.',
  types: ['AWS::KafkaConnect::Connector'],
  scope: 'resource',
  evaluate: property('KafkaClusterEncryptionInTransit.EncryptionType', among('TLS')),
};
