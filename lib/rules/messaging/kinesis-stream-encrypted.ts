import { allOf, among, present, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const kinesisStreamEncrypted: Rule = {
  id: 'kinesis-stream-encrypted',
  control: 'KEY-01',
  message: 'The stream keeps its records unencrypted.',
  remediation: 'Set StreamEncryption with EncryptionType KMS and a customer-managed KeyId.',
  types: ['AWS::Kinesis::Stream'],
  scope: 'resource',
  evaluate: allOf(
    property('StreamEncryption.EncryptionType', among('KMS')),
    property('StreamEncryption.KeyId', present),
  ),
};
