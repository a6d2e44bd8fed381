export * from './account';
export { gatePolicySchema, type GatePolicy } from './gate-policy';
export * from './governance';
export * from './landing-zone';
export * from './logging';
export * from './network';
export * from './organization';
export { type StatedProperty } from './stated-property';
export * from './workload';
