import { allOf, among, isNotTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Encrypted unless it is turned off; only artefacts in S3 are the project's own to encrypt. */
export const buildArtefactsEncrypted: Rule = {
  id: 'build-artefacts-encrypted',
  control: 'KEY-01',
  message: 'Artefacts or logs of the build are not encrypted.',
  remediation: 'Remove EncryptionDisabled.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: allOf(
    property('Artifacts.EncryptionDisabled', isNotTrue, when('Artifacts.Type', among('S3'))),
    property('SecondaryArtifacts[].EncryptionDisabled', isNotTrue),
    property('LogsConfig.S3Logs.EncryptionDisabled', isNotTrue),
  ),
};
