import { among, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** TLS unless something else is asked for. */
export const mskTls: Rule = {
  id: 'msk-tls',
  control: 'NET-14',
  message: 'Kafka clients may talk without TLS.',
  remediation: 'Set EncryptionInTransit.ClientBroker to TLS.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: property('EncryptionInfo.EncryptionInTransit.ClientBroker', orAbsent(among('TLS'))),
};
