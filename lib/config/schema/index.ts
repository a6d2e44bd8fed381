export * from './account';
export * from './governance';
export * from './landing-zone';
export * from './network';
export * from './organization';
export { type StatedProperty } from './stated-property';
export * from './workload';
