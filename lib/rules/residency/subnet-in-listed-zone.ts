import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

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
  evaluate: keepsHome('zones', { unset: 'pass' }),
};
