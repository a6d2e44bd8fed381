import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';

const SOURCE = 'botocore 1.43.11 endpoints.json (partition, region)';

/** European Union: the AWS European Sovereign Cloud, a partition of its own. */
export const profile: Profile = {
  id: 'eu-esc',
  title: 'European Union, AWS European Sovereign Cloud',
  framework: 'AWS European Sovereign Cloud; a partition with its own IAM and billing',
  partition: 'aws-eusc',
  regions: ['eusc-de-east-1'],
  globalServicesRegion: 'eusc-de-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'Europe/Berlin',
  absentTypes: {},
  provenance: provenanceWithoutLevelsAndZones({ status: 'verified', source: SOURCE }),
  notes: [
    'General availability on 14 January 2026 is from a secondary source.',
    'Which resource types eusc-de-east-1 lacks is not known: cfn-lint 1.51.0 lists those of us-east-1 for it, all of them.',
  ],
};
