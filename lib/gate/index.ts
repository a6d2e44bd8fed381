export {
  CHANGE_RULES,
  CLAIM_RULES,
  DEPLOYMENT_SHOWN,
  DEPLOYED_DIFFERS,
  DEPLOYED_MISSING,
  DEPLOYED_OPENED,
  DEPLOYED_READ,
  DEPLOYED_UNMANAGED,
  DRIFT_RULES,
  provedProperties,
  registeredFlows,
  TYPE_KNOWN,
  type ClaimRule,
} from './claims';
export { registersOf, type HookEstate, type RegisteredAccount, type Registers } from '../config';
export { controlOf } from './draft';
export { gate } from './gate';
export type { InlineMode } from './inline';
export type { BaselineInput } from './baseline';
export type { FailOn } from './fail-on';
export type { GateObserver } from './observer';
export type { GateOptions } from './options';
export {
  belowFloor,
  readPolicy,
  waiverDaysUnder,
  type AskedOptions,
  type Floor,
  type ReadPolicy,
  type UnreadablePolicy,
} from './policy';
export { accessReview, Reviewer, type ReviewBasis } from './review';
export {
  daysLeft,
  readWaivers,
  registerHistory,
  stateOf,
  waiverProblems,
  type ReadWaivers,
  type UnreadableWaivers,
  type WaiverTerms,
} from './waivers';
export { ruleSet, versionOf } from './rule-set';
export { toolVersion } from '../model/package';
