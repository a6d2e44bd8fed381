import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE =
  'NIST moderate baseline in OSCAL 5.1.1 (usnistgov/oscal-content 88bb8de); region guidance of a copy of aws-migops-guidance';

/** United States: FedRAMP Moderate in the commercial regions. */
export const profile: Profile = {
  id: 'us-fedramp-moderate',
  title: 'United States, FedRAMP Moderate',
  framework: 'FedRAMP Moderate on NIST SP 800-53 rev. 5',
  partition: 'aws',
  regions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'America/New_York',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'verified', source: SOURCE }),
  notes: ['The moderate baseline of NIST SP 800-53 rev. 5 has 287 control ids in OSCAL 5.1.1.'],
};
