import { Unknown } from '../../template';
import { at, judge, matching, orAbsent, type Expectation } from '../check';
import type { Rule } from '../rule';

/**
 * An availability zone is the region’s name with one letter; Local Zones and Wavelength Zones have longer names,
 * and may be in another country. Not set, AWS chooses one of the region’s own.
 */
export const subnetInListedZone: Rule = {
  id: 'subnet-in-listed-zone',
  control: 'RES-12',
  message: 'The subnet stands in a zone outside the region, such as a Local Zone.',
  remediation: 'Name an availability zone of a region of the profile.',
  types: ['AWS::EC2::Subnet'],
  scope: 'resource',
  evaluate: (resource, { profile }) => judge(at(resource.properties, 'AvailabilityZone'), inZoneOf(profile.regions)),
};

function inZoneOf(regions: readonly string[]): Expectation {
  const zones = new RegExp(`^(${regions.join('|')})[a-z]$`);
  const named = orAbsent(matching(`a zone of ${regions.join(', ')}`, zones));
  return {
    ...named,
    test: (value) => (value instanceof Unknown && value.source?.startsWith('Fn::GetAZs') ? true : named.test(value)),
  };
}
