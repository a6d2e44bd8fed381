import { profile as auIsmProtected } from './au-ism-protected/profile';
import { profile as caCccsMedium } from './ca-cccs-medium/profile';
import { profile as deC5 } from './de-c5/profile';
import { profile as esEnsAlta } from './es-ens-alta/profile';
import { profile as euEsc } from './eu-esc/profile';
import { profile as hkGbaSc } from './hk-gba-sc/profile';
import { profile as hkS17 } from './hk-s17/profile';
import { profile as sgIm8 } from './sg-im8/profile';
import { profile as ukNcscCsp } from './uk-ncsc-csp/profile';
import { profile as usFedrampHigh } from './us-fedramp-high/profile';
import { profile as usFedrampModerate } from './us-fedramp-moderate/profile';
import type { Profile } from './profile';

/** All built-in profiles. Written by `npm run build` from the folders beside this file. */
export const ALL_PROFILES: readonly Profile[] = [
  auIsmProtected,
  caCccsMedium,
  deC5,
  esEnsAlta,
  euEsc,
  hkGbaSc,
  hkS17,
  sgIm8,
  ukNcscCsp,
  usFedrampHigh,
  usFedrampModerate,
];
