import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** On unless it is turned off. */
export const buildReportEncrypted: Rule = {
  id: 'build-report-encrypted',
  control: 'KEY-01',
  message: 'Reports of the build are stored unencrypted.',
  remediation: 'Remove ExportConfig.S3Destination.EncryptionDisabled.',
  types: ['AWS::CodeBuild::ReportGroup'],
  scope: 'resource',
  evaluate: property('ExportConfig.S3Destination.EncryptionDisabled', isNotTrue),
};
