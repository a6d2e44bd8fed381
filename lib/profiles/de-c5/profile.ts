import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE = 'marekhronec.com, Germany BSI C5 cloud attestation';

/** Germany: the cloud catalogue C5 of the BSI. */
export const profile: Profile = {
  id: 'de-c5',
  title: 'Germany, BSI C5',
  framework: 'BSI C5:2020; C5:2026 final March 2026 for audit periods from 1 June 2027',
  partition: 'aws',
  regions: ['eu-central-1'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'Europe/Berlin',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'secondary sources', source: SOURCE }),
  notes: ['The framework was read in secondary sources only: check it before relying on it.'],
};
