export { planDeployment, type DeploymentPlan, type Wave } from './plan-deployment';
export type { BootstrapNeed, PlannedStack } from './planned-stack';
export { AssemblyError, DEPLOYED_MARK, readAssembly } from './read-assembly';
export { expectedTargets, targetsOf, type Target } from './targets';
