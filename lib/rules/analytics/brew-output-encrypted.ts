import { among, property } from '../check';
import type { Rule } from '../rule';

/** Not encrypted by the job unless it is asked for. */
export const brewOutputEncrypted: Rule = {
  id: 'brew-output-encrypted',
  control: 'KEY-01',
  severity: 'medium',
  message: 'What the job writes is not encrypted by it.',
  remediation: 'Set EncryptionMode to SSE-KMS with an EncryptionKeyArn.',
  types: ['AWS::DataBrew::Job'],
  scope: 'resource',
  evaluate: property('EncryptionMode', among('SSE-KMS', 'SSE-S3')),
};
