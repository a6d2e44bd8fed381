export { evaluate, type Decision } from './decide';
export * from './document';
export type { Policies } from './policies';
export type { AccessRequest, ContextValue, Principal } from './request';
