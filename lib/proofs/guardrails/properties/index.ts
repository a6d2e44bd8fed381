export { guardrailsOf, proofOf, type Guardrails } from './guardrails-of';
export type { Counterexample, Property, PropertyId } from './property';
