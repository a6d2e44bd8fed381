import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Not required unless it is asked for. */
export const rdsProxyTls: Rule = {
  id: 'rds-proxy-tls',
  control: 'NET-14',
  message: 'Clients may talk to the database proxy without TLS.',
  remediation: 'Set RequireTLS to true.',
  types: ['AWS::RDS::DBProxy'],
  scope: 'resource',
  evaluate: property('RequireTLS', isTrue),
};
