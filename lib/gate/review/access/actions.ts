import { globOf, matches, OPEN, type PolicyStatement } from '../../../proofs/guardrails';

/** Whether the patterns of a statement cover an action, in any case; what is not known may. */
export function coversAction({ actions: { negated, texts } }: PolicyStatement, action: string): boolean {
  if (texts.includes(OPEN)) return true;
  const wanted = action.toLowerCase();
  const named = texts.some((text) => text !== OPEN && matches(globOf(text.toLowerCase()), wanted));
  return negated ? !named : named;
}
