import { noneOf, present, property, when } from '../check';
import type { Rule } from '../rule';

/** Of a stream that reads a database. Source: the CloudFormation resource reference. */
export const streamSourceTls: Rule = {
  id: 'stream-source-tls',
  control: 'NET-14',
  message: 'The stream reads the database without TLS.',
  remediation: 'Set DatabaseSourceConfiguration.SSLMode to Enabled.',
  types: ['AWS::KinesisFirehose::DeliveryStream'],
  scope: 'resource',
  evaluate: property(
    'DatabaseSourceConfiguration.SSLMode',
    noneOf('Disabled'),
    when('DatabaseSourceConfiguration', present),
  ),
};
