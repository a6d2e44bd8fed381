import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** TLS is required unless the parameter tls says disabled. */
export const docdbTlsRequired: Rule = {
  id: 'docdb-tls-required',
  control: 'NET-14',
  message: 'Clients may talk to the document database without TLS.',
  remediation: 'Remove the parameter tls, or set it to enabled.',
  types: ['AWS::DocDB::DBClusterParameterGroup'],
  scope: 'resource',
  evaluate: property('Parameters.tls', noneOf('disabled')),
};
