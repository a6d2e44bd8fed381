import { among, property } from '../check';
import type { Rule } from '../rule';

/** PUBLIC unless it is told otherwise. */
export const transferServerPrivate: Rule = {
  id: 'transfer-server-private',
  control: 'RES-15',
  severity: 'high',
  message: 'The file transfer server answers from the internet.',
  remediation: 'Set EndpointType to VPC.',
  types: ['AWS::Transfer::Server'],
  scope: 'resource',
  evaluate: property('EndpointType', among('VPC', 'VPC_ENDPOINT')),
};
