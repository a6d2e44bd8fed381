import { CHANGE_RULES } from './change-rules';
import { DRIFT_RULES } from './drift-rules';
import { RULES_OF_CLAIMS, type ClaimRule } from './claim-rules';
import { DEPLOYMENT_SHOWN, TYPE_KNOWN } from './shown-rules';

/**
 * All rules that judge no resource by itself: those about claims, about changes, about what is deployed, and about what no
 * template shows, in the order of their ids.
 */
export const CLAIM_RULES: readonly ClaimRule[] = [
  ...RULES_OF_CLAIMS,
  ...CHANGE_RULES,
  ...DRIFT_RULES,
  DEPLOYMENT_SHOWN,
  TYPE_KNOWN,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
