import { CHANGE_RULES } from './change-rules';
import { RULES_OF_CLAIMS, type ClaimRule } from './claim-rules';

/** All rules that judge no resource by itself: those about claims, and those about changes, in the order of their ids. */
export const CLAIM_RULES: readonly ClaimRule[] = [...RULES_OF_CLAIMS, ...CHANGE_RULES].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);
