import { allOf, isNotFalse, present, property } from '../check';
import type { Rule } from '../rule';

/** Clients may choose otherwise unless the work group enforces its settings, which is the default. */
export const athenaResultsEncrypted: Rule = {
  id: 'athena-results-encrypted',
  control: 'KEY-01',
  message: 'Results of queries may be kept unencrypted.',
  remediation: 'Set ResultConfiguration.EncryptionConfiguration, and EnforceWorkGroupConfiguration to true.',
  types: ['AWS::Athena::WorkGroup'],
  scope: 'resource',
  evaluate: allOf(
    property('WorkGroupConfiguration.EnforceWorkGroupConfiguration', isNotFalse),
    property('WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption', present),
  ),
};
