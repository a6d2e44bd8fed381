import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE = 'learn.microsoft.com, offering-australia-irap; cloudstep.io (Sydney PROTECTED)';

/** Australia: the Information Security Manual at PROTECTED. */
export const profile: Profile = {
  id: 'au-ism-protected',
  title: 'Australia, ISM PROTECTED',
  framework: 'ISM, IRAP assessment, PROTECTED',
  partition: 'aws',
  regions: ['ap-southeast-2', 'ap-southeast-4'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'Australia/Sydney',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'secondary sources', source: SOURCE }),
  notes: [
    'The framework was read in secondary sources only: check it before relying on it.',
    'From memory: the list of certified services closed in 2020, and the ISM is published as OSCAL.',
  ],
};
