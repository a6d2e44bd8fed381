export { guardrailChange } from './guardrail-change';
