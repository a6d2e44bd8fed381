export { qualified, testHolds } from './condition';
export type { KeyValues } from './context';
export { evaluate, type Decision } from './decide';
export * from './document';
export type { Policies } from './policies';
export type { AccessRequest, ContextValue, Principal } from './request';
export { matches, globOf } from './glob';
export { CONDITION_OPERATORS } from './operators';
export { coversResource } from './statement';
