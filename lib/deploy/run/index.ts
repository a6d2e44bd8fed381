export { deployPlan, isDone, type RunObserver, type RunOptions, type StackResult } from './deploy-plan';
export type { Deployed, Deployer, StackProgress } from './deployer';
export { NO_MEMORY, RunState, StateError, type RunMemory } from './state';
