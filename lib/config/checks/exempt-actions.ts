import { actionProblems } from '../../proofs/guardrails/document';
import type { Check } from './check';

/** What the region deny lets through besides is actions that AWS has: a misspelt one exempts nothing, and nobody notices. */
export const checkExemptActions: Check = ({ guardrails }) =>
  guardrails.allowedGlobalServices.flatMap((action, index) =>
    actionProblems(action, ['guardrails', 'allowedGlobalServices', index], 'nothing is exempted by it'),
  );
