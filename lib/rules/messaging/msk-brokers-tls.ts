import { isNotFalse, property } from '../check';
import type { Rule } from '../rule';

/** On unless it is turned off. */
export const mskBrokersTls: Rule = {
  id: 'msk-brokers-tls',
  control: 'NET-14',
  message: 'Kafka brokers talk to each other without TLS.',
  remediation: 'Set EncryptionInTransit.InCluster to true.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: property('EncryptionInfo.EncryptionInTransit.InCluster', isNotFalse),
};
