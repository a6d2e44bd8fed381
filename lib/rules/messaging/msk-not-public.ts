import { among, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Private unless it is asked for. */
export const mskNotPublic: Rule = {
  id: 'msk-not-public',
  control: 'WKL-01',
  message: 'The Kafka brokers have public addresses.',
  remediation: 'Set PublicAccess.Type to DISABLED.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: property('BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type', orAbsent(among('DISABLED'))),
};
