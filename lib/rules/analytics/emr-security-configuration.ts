import { present, property } from '../check';
import type { Rule } from '../rule';

/** Without one nothing is encrypted. */
export const emrSecurityConfiguration: Rule = {
  id: 'emr-security-configuration',
  control: 'NET-14',
  message: 'The cluster’s nodes talk without TLS and keep their disks unencrypted.',
  remediation: 'Name a SecurityConfiguration.',
  types: ['AWS::EMR::Cluster'],
  scope: 'resource',
  evaluate: property('SecurityConfiguration', present),
};
