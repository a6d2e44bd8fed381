import { allOf, isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Certificates are checked unless that is turned off. */
export const buildSourceTls: Rule = {
  id: 'build-source-tls',
  control: 'NET-14',
  message: 'The build takes its source from whoever answers in the name of the repository.',
  remediation: 'Remove InsecureSsl.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: allOf(property('Source.InsecureSsl', isNotTrue), property('SecondarySources[].InsecureSsl', isNotTrue)),
};
