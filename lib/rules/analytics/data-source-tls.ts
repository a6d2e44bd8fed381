import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Used unless it is turned off. */
export const dataSourceTls: Rule = {
  id: 'data-source-tls',
  control: 'NET-14',
  message: 'The connection to the data source does not use TLS.',
  remediation: 'Set SslProperties.DisableSsl to false.',
  types: ['AWS::QuickSight::DataSource'],
  scope: 'resource',
  evaluate: property('SslProperties.DisableSsl', isNotTrue),
};
