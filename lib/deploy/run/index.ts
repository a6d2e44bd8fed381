export { deployPlan, type RunObserver, type RunOptions, type StackResult } from './deploy-plan';
export type { Deployed, Deployer, StackProgress } from './deployer';
export { RunState, StateError } from './state';
