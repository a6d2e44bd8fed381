export { arnWay } from './arn-way';
export { bucketWay } from './bucket-way';
export { hostWay } from './host-way';
export { modelWay } from './model-way';
export { policyWays } from './policy-way';
export { principalWays } from './principal-way';
export { regionWay, zoneWay } from './region-way';
export { leavesTo, STAYS, unknownWay, UNKNOWN_PLACE, type Standpoint, type Way } from './way';
