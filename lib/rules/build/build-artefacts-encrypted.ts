import { allOf, isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Encrypted unless it is turned off. */
export const buildArtefactsEncrypted: Rule = {
  id: 'build-artefacts-encrypted',
  control: 'KEY-01',
  message: 'Artefacts or logs of the build are not encrypted.',
  remediation: 'Remove EncryptionDisabled.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: allOf(
    property('Artifacts.EncryptionDisabled', isNotTrue),
    property('SecondaryArtifacts[].EncryptionDisabled', isNotTrue),
    property('LogsConfig.S3Logs.EncryptionDisabled', isNotTrue),
  ),
};
