export { guardrailsOf, proofOf, type GivenCall, type Guardrails } from './guardrails-of';
export type { Counterexample, Property, PropertyId } from './property';
