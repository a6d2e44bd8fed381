import { profile as hkS17 } from '../hk-s17/profile';
import type { Profile } from '../profile';

/** Hong Kong SAR Government, for personal data received under the GBA Standard Contract: everything of hk-s17 holds. */
export const profile: Profile = {
  ...hkS17,
  id: 'hk-gba-sc',
  title: 'Hong Kong SAR Government, GBA Standard Contract',
  extends: hkS17.id,
  framework: `GBA Standard Contract, over ${hkS17.framework}`,
  provenance: {
    ...hkS17.provenance,
    framework: {
      status: 'verified',
      source: 'digitalpolicy.gov.hk, cross-boundary data flow; pcpd.org.hk, 14 March 2024; and those of hk-s17',
    },
    regions: {
      status: 'ours',
      source: 'no AWS region lies in the nine cities (botocore 1.43.11), so that only ap-east-1 serves',
    },
  },
  notes: [
    ...hkS17.notes,
    'The contract is about personal data, which is RESTRICTED or above (S17 20.1.4): under the public deployment model it is refused.',
    'Parties are in Hong Kong and in Guangzhou, Shenzhen, Zhuhai, Foshan, Huizhou, Dongguan, Zhongshan, Jiangmen or Zhaoqing; there is no onward transfer outside the GBA (privacyworld.blog, mondaq.com).',
    'It is filed within 10 working days of its effect (mondaq.com).',
  ],
};
