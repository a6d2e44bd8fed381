import { isNotFalse, property } from '../check';
import type { Rule } from '../rule';

/** On unless it is turned off. */
export const memorydbTls: Rule = {
  id: 'memorydb-tls',
  control: 'NET-14',
  message: 'Clients may talk to the in-memory database without TLS.',
  remediation: 'Set TLSEnabled to true.',
  types: ['AWS::MemoryDB::Cluster'],
  scope: 'resource',
  evaluate: property('TLSEnabled', isNotFalse),
};
