import { among, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const transferFromEfsTls: Rule = {
  id: 'transfer-from-efs-tls',
  control: 'NET-14',
  message: 'The file system is read or written without TLS.',
  remediation: 'Set InTransitEncryption to TLS1_2.',
  types: ['AWS::DataSync::LocationEFS'],
  scope: 'resource',
  evaluate: property('InTransitEncryption', among('TLS1_2')),
};
