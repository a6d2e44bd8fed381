/**
 * Lionrock's rules as packs for CDK: `Validations.of(app).addPlugins(new HongKongGovernmentChecks(app))`.
 */
export * from './area-checks';
export * from './framework-checks';
export * from './hong-kong-government-checks';
export type { PackReport, RulePack } from './rule-pack';
export type { PackLevels, RulePackProps } from './rule-pack-props';
export type { SuppressedViolation } from './violations';
