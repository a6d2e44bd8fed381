import { EXPIRED, WRONG_ACCOUNT } from './credentials';
import { FAILING_STACK, KILLED, THROTTLED } from './run';
import type { Scenario } from './scenario';

/** In their order: each begins where the one before left off. */
export const SCENARIOS: readonly Scenario[] = [WRONG_ACCOUNT, EXPIRED, FAILING_STACK, KILLED, THROTTLED];
