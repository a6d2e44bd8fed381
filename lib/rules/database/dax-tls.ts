import { among, property } from '../check';
import type { Rule } from '../rule';

/** NONE unless it is asked for. */
export const daxTls: Rule = {
  id: 'dax-tls',
  control: 'NET-14',
  message: 'Clients talk to the cache of tables without TLS.',
  remediation: 'Set ClusterEndpointEncryptionType to TLS.',
  types: ['AWS::DAX::Cluster'],
  scope: 'resource',
  evaluate: property('ClusterEndpointEncryptionType', among('TLS')),
};
