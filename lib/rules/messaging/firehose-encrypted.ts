import { among, noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. A stream that reads from Kinesis is encrypted there. */
export const firehoseEncrypted: Rule = {
  id: 'firehose-encrypted',
  control: 'KEY-01',
  message: 'The delivery stream buffers its records unencrypted.',
  remediation: 'Set DeliveryStreamEncryptionConfigurationInput with KeyType CUSTOMER_MANAGED_CMK and a KeyARN.',
  types: ['AWS::KinesisFirehose::DeliveryStream'],
  scope: 'resource',
  evaluate: property(
    'DeliveryStreamEncryptionConfigurationInput.KeyType',
    among('AWS_OWNED_CMK', 'CUSTOMER_MANAGED_CMK'),
    when('DeliveryStreamType', noneOf('KinesisStreamAsSource', 'MSKAsSource')),
  ),
};
