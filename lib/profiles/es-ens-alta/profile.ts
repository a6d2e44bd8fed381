import { absentTypes } from '../absent-types';
import { levelsZonesAndRetentionNotStated, provenanceWithoutLevelsAndZones } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';

const SOURCE = 'iustel.com, diario del derecho, 1222124; prowler ens_rd2022_aws.json';

/** Spain: the Esquema Nacional de Seguridad at its high level. */
export const profile: Profile = {
  id: 'es-ens-alta',
  title: 'Spain, ENS high',
  framework: 'ENS, Real Decreto 311/2022, basic, medium and high',
  partition: 'aws',
  regions: ['eu-south-2'],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: 'Europe/Madrid',
  absentTypes: absentTypes(absent),
  provenance: provenanceWithoutLevelsAndZones({ status: 'verified', source: SOURCE }),
  notes: ['Prowler’s file of the ENS has 189 requirements.'],
};
