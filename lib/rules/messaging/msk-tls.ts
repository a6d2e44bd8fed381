import { allOf, among, isNotFalse, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Both are on unless something else is asked for. */
export const mskTls: Rule = {
  id: 'msk-tls',
  control: 'NET-14',
  message: 'Kafka clients or brokers may talk without TLS.',
  remediation: 'Set EncryptionInTransit.ClientBroker to TLS and InCluster to true.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: allOf(
    property('EncryptionInfo.EncryptionInTransit.ClientBroker', orAbsent(among('TLS'))),
    property('EncryptionInfo.EncryptionInTransit.InCluster', isNotFalse),
  ),
};
