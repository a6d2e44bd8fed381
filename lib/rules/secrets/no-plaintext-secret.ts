import { at } from '../check';
import { judgeSecret } from './plaintext';
import { SECRET_PROPERTIES } from './secret-properties';
import type { Rule } from '../rule';

/**
 * A literal, the default of a parameter, a parameter without NoEcho and a plain SSM parameter can be read by
 * everybody who sees the template or the stack. A NoEcho parameter without a default passes: its value is known to
 * who deploys.
 */
export const noPlaintextSecret: Rule = {
  id: 'no-plaintext-secret',
  control: 'KEY-11',
  message: 'A secret stands in the template, or in what CloudFormation shows of the stack.',
  remediation: 'Let the service keep its secret, or refer to it with {{resolve:secretsmanager:…}}.',
  types: Object.keys(SECRET_PROPERTIES),
  scope: 'resource',
  evaluate: (resource) => {
    const paths = SECRET_PROPERTIES[resource.type] ?? [];
    const found = paths
      .flatMap((path) => at(resource.properties, path))
      .filter(({ value }) => value !== undefined && value !== null);
    return found.map((item) => judgeSecret(item, resource));
  },
};
