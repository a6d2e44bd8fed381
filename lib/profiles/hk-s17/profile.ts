import { absentTypes } from '../absent-types';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';
import absent from './absent-types.json';
import { zones } from './zones';

const LOG_GUIDE = 'Practice Guide for Security Log Management 4.2.3(2), suggested minimum';

/** Hong Kong SAR Government: S17, G3 and the practice guides; the default profile. */
export const profile: Profile = {
  id: 'hk-s17',
  title: 'Hong Kong SAR Government',
  framework: 'S17 8.2 / G3 10.2 / ISPG-SM04 2.1',
  partition: 'aws',
  regions: ['ap-east-1'],
  globalServicesRegion: 'us-east-1',
  classification: { levels: ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] },
  ceilings: {
    public: { value: 'UNCLASSIFIED', status: 'verified', source: 'S17 17.3.1' },
    'outsourced-private': { value: 'CONFIDENTIAL', status: 'verified', source: 'S17 15.2.1' },
    'in-house-private': { value: 'CONFIDENTIAL', status: 'verified', source: 'S17 15.2.1' },
  },
  personalDataLevel: { value: 'RESTRICTED', status: 'verified', source: 'S17 20.1.4' },
  ownKeysFrom: {
    value: 'CONFIDENTIAL',
    status: 'ours',
    source:
      'after G3 12.1(b), keys of CONFIDENTIAL information apart from it, and ISPG-SM04 5.6, keys in the custody of the B/D',
  },
  mfaFrom: { value: 'CONFIDENTIAL', status: 'verified', source: 'G3 11.1(c), 11.4(a)' },
  zones,
  retentionDays: {
    infrastructure: { value: 365, status: 'verified', source: LOG_GUIDE },
    application: { value: 183, status: 'verified', source: LOG_GUIDE },
    security: { value: 183, status: 'verified', source: LOG_GUIDE },
    host: { value: 30, status: 'verified', source: LOG_GUIDE },
  },
  waiverDays: WAIVER_DAYS,
  timeZone: 'Asia/Hong_Kong',
  absentTypes: absentTypes(absent),
  provenance: {
    framework: { status: 'verified', source: 'S17 8.2, G3 10.2 and ISPG-SM04 2.1, read in stored copies' },
    regions: { status: 'ours', source: 'name of the region: botocore 1.43.11' },
    classification: {
      status: 'verified',
      source: 'S17 15.2.1, 15.2.2, 17.3.1; the names SECRET and TOP SECRET are from memory',
    },
    zones: { status: 'ours', source: 'after the three zones of the government cloud’s hosting site, divided further' },
  },
  notes: [
    'S17 and the parts of G3 that were read set no region rule for unclassified data: keeping it in ap-east-1 is this profile’s choice.',
    'B/Ds must ensure that providers seek their approval before information leaves Hong Kong (ISPG-SM04 5.4).',
    'The level names SECRET and TOP SECRET are from memory; the Security Regulations are not public.',
  ],
};
