import { BUCKETS } from './buckets';
import { GUARDRAILS } from './guardrails';
import { HOOKS } from './hooks';
import { PASSWORDS, ROLES } from './identity';
import { KEYS } from './keys';
import { LOG_GROUPS, RECORDERS, TRAILS } from './logs';
import { ACLS, DEFAULT_GROUPS, ENDPOINTS, FLOW_LOGS, GROUPS, SUBNETS } from './network';
import type { ReadBack } from './read-back';
import { PLANS, VAULTS } from './recovery';

/** All that is read back. */
export const READ_BACKS: readonly ReadBack[] = [
  GUARDRAILS,
  TRAILS,
  KEYS,
  BUCKETS,
  LOG_GROUPS,
  RECORDERS,
  SUBNETS,
  ACLS,
  GROUPS,
  DEFAULT_GROUPS,
  ENDPOINTS,
  FLOW_LOGS,
  ROLES,
  PASSWORDS,
  VAULTS,
  PLANS,
  ...HOOKS,
];
