import { absent, among, either, field, isNot, property, some } from '../check';
import type { Rule } from '../rule';

/** KMS events may be excluded because they are many; nothing is by default. */
export const trailNoKeyExclusion: Rule = {
  id: 'trail-no-key-exclusion',
  control: 'KEY-08',
  message: 'The trail leaves out the use of keys.',
  remediation: 'Remove kms.amazonaws.com from ExcludeManagementEventSources.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property(
    'EventSelectors',
    either(
      absent,
      isNot('no exclusion of KMS', some(field('ExcludeManagementEventSources', some(among('kms.amazonaws.com'))))),
    ),
  ),
};
