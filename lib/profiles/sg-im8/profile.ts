import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE =
  'github.com/Exit-Node-Studio/tech-standards (IM8 reform, low-risk cloud tranche); imda.gov.sg (SS 584:2020)';

/** Singapore: IM8 and the multi-tier cloud security standard. */
export const profile: Profile = {
  id: 'sg-im8',
  title: 'Singapore, IM8',
  framework: 'IM8 reform (ICT&SS policy), MTCS SS 584:2020 levels 1-3',
  partition: 'aws',
  regions: ['ap-southeast-1'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'Asia/Singapore',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'secondary sources', source: SOURCE }),
  notes: ['The framework was read in secondary sources only: check it before relying on it.'],
};
