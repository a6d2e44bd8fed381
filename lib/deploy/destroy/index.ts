export { destructionPlan } from './destruction-plan';
export { examineStacks, type ExaminedStack } from './examine-stacks';
export { dependences, dependentsOf, type Dependence } from './needed-by';
export type { Retention } from './retained';
