import type { GuardrailDocument } from '../../../lib/model';

const FIXED = { '@@operators_allowed_for_child_policies': ['@@none'] };

/**
 * No AWS AI service keeps content of any account for its own improvement, which it might do outside the region; units
 * and accounts cannot opt in again. Attach it at the root. Evidence for GOV-09.
 */
export function aiServicesOptOut(namePrefix = 'lionrock'): GuardrailDocument {
  return {
    name: `${namePrefix}-ai-services-opt-out`,
    type: 'AISERVICES_OPT_OUT_POLICY',
    description: 'AWS AI services keep no content for their own improvement',
    document: {
      services: { ...FIXED, default: { ...FIXED, opt_out_policy: { ...FIXED, '@@assign': 'optOut' } } },
    },
  };
}
