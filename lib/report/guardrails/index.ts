export { guardrailsJson, guardrailsText, type GuardrailResult } from './guardrails';
export { guardrailsJsonSchema } from './schema';
