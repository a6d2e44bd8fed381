import type { Rule } from '../rule';
import { classificationWithinCeiling } from './classification-within-ceiling';
import { keyInOwnCustody } from './key-in-own-custody';
import { keysApartFromData } from './keys-apart-from-data';
import { personalDataRestricted } from './personal-data-restricted';
import { storeClassificationTagged } from './store-classification-tagged';
import { systemTierTagged } from './system-tier-tagged';

/** Rules of the family governance. */
export const governanceRules: readonly Rule[] = [
  classificationWithinCeiling,
  keyInOwnCustody,
  keysApartFromData,
  personalDataRestricted,
  storeClassificationTagged,
  systemTierTagged,
];
