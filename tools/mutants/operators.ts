import { CHANGE } from './change';
import { KEYS_AND_IDENTITY } from './keys-identity';
import { LOGGING_AND_DETECTION } from './logging-detection';
import { NETWORK } from './network';
import type { Operator } from './operator';
import { ORGANIZATION } from './organization';
import { STORAGE } from './storage';
import { WORKLOADS } from './workloads';

export const OPERATORS: readonly Operator[] = [
  ...NETWORK,
  ...STORAGE,
  ...KEYS_AND_IDENTITY,
  ...ORGANIZATION,
  ...LOGGING_AND_DETECTION,
  ...WORKLOADS,
  ...CHANGE,
];
