import { among, present, property, when } from '../check';
import type { Rule } from '../rule';

/** Of a stream that reads a database; the resource reference names no default, so it has to be said. */
export const streamSourceTls: Rule = {
  id: 'stream-source-tls',
  control: 'NET-14',
  message: 'The stream reads the database without TLS.',
  remediation: 'Set DatabaseSourceConfiguration.SSLMode to Enabled.',
  types: ['AWS::KinesisFirehose::DeliveryStream'],
  scope: 'resource',
  evaluate: property(
    'DatabaseSourceConfiguration.SSLMode',
    among('Enabled'),
    when('DatabaseSourceConfiguration', present),
  ),
};
