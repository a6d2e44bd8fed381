import { arnOf, asText } from '../../template';
import { fail, pass, unknown } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'a primary key in a region of the profile';

/** The primary key shows where the material came from: within the profile’s regions it may be copied. */
export const kmsNoReplicaKey: Rule = {
  id: 'kms-no-replica-key',
  control: 'RES-04',
  message: 'The key is a copy of one of another region.',
  remediation: 'Make a key of its own.',
  types: ['AWS::KMS::ReplicaKey'],
  scope: 'resource',
  evaluate: ({ properties }, { profile }) => {
    const found = { path: 'PrimaryKeyArn', value: properties['PrimaryKeyArn'] };
    const region = asText(arnOf(found.value)?.region);
    if (region === undefined) return unknown(found, EXPECTED);
    return profile.regions.includes(region) ? pass(found, EXPECTED) : fail(found, EXPECTED);
  },
};
