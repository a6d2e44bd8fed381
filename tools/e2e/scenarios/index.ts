import { UNCHANGED, UPDATE_FAILS, UPDATED } from './again';
import { EXPIRED, WRONG_ACCOUNT } from './credentials';
import { REGION_ORDER } from './region-order';
import { FAILING_STACK, KILLED, THROTTLED } from './run';
import type { Scenario } from './scenario';
import { DRIFTED, INSTANCES, JOINED, KEPT_OUT } from './stack-sets';

/** In their order: each begins where the one before left off. */
export const SCENARIOS: readonly Scenario[] = [
  WRONG_ACCOUNT,
  EXPIRED,
  KEPT_OUT,
  FAILING_STACK,
  KILLED,
  THROTTLED,
  INSTANCES,
  DRIFTED,
  JOINED,
  REGION_ORDER,
  UNCHANGED,
  UPDATE_FAILS,
  UPDATED,
];
export { letStackSetsIn } from './stack-sets';
