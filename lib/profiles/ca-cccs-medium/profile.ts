import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE = 'learn.microsoft.com, offering-cccs-medium; the landing zone accelerator for CCCS Medium of aws-samples';

/** Canada: CCCS Medium, before PBMM. */
export const profile: Profile = {
  id: 'ca-cccs-medium',
  title: 'Canada, CCCS Medium',
  framework: 'CCCS Medium (was PBMM), ITSG-33, ITSP.50.103',
  partition: 'aws',
  regions: ['ca-central-1', 'ca-west-1'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'America/Toronto',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'verified', source: SOURCE }),
  notes: ['Rooted in NIST SP 800-53 and FedRAMP.', 'The list of regions is from pages of third parties.'],
};
