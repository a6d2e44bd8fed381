export { holdingProblems, type Holdings } from './holding-problems';
export * from './guardrails/options';
export * from './guardrails/residency-guardrails';
export * from './residency-boundary';
export { LionrockDefaults, type LionrockDefaultsOptions } from './defaults';
export * from './exchange';
