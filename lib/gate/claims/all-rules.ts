import { CHANGE_RULES } from './change-rules';
import { DRIFT_RULES } from './drift-rules';
import { RULES_OF_CLAIMS, type ClaimRule } from './claim-rules';

/** All rules that judge no resource by itself: those about claims, about changes, and about what is deployed, in the order of their ids. */
export const CLAIM_RULES: readonly ClaimRule[] = [...RULES_OF_CLAIMS, ...CHANGE_RULES, ...DRIFT_RULES].toSorted(
  (a, b) => (a.id < b.id ? -1 : 1),
);
