import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE = 'almosthomebiz.com, 2024-10-21, how to meet the NCSC’s 14 cloud security principles (list)';

/** United Kingdom: the cloud security principles of the NCSC. */
export const profile: Profile = {
  id: 'uk-ncsc-csp',
  title: 'United Kingdom, NCSC cloud security principles',
  framework: 'NCSC 14 cloud security principles (2 covers physical location and legal jurisdiction)',
  partition: 'aws',
  regions: ['eu-west-2'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'Europe/London',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'secondary sources', source: SOURCE }),
  notes: ['The framework was read in secondary sources only: check it before relying on it.'],
};
