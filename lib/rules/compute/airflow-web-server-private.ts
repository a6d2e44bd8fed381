import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** PRIVATE_ONLY unless it is told otherwise. */
export const airflowWebServerPrivate: Rule = {
  id: 'airflow-web-server-private',
  control: 'NET-07',
  message: 'The console of the workflows answers on a public address.',
  remediation: 'Set WebserverAccessMode to PRIVATE_ONLY.',
  types: ['AWS::MWAA::Environment'],
  scope: 'resource',
  evaluate: property('WebserverAccessMode', noneOf('PUBLIC_ONLY', 'PUBLIC_AND_PRIVATE')),
};
