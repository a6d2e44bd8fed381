import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE =
  'NIST high baseline in OSCAL 5.1.1 (usnistgov/oscal-content); docs.aws.amazon.com, govcloud-controltower';

/** United States: FedRAMP High in the GovCloud partition. */
export const profile: Profile = {
  id: 'us-fedramp-high',
  title: 'United States, FedRAMP High',
  framework: 'FedRAMP High on NIST SP 800-53 rev. 5',
  partition: 'aws-us-gov',
  regions: ['us-gov-west-1', 'us-gov-east-1'],
  globalServicesRegion: 'us-gov-west-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'America/New_York',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'verified', source: SOURCE }),
  notes: ['The high baseline of NIST SP 800-53 rev. 5 has 370 control ids in OSCAL 5.1.1.'],
};
