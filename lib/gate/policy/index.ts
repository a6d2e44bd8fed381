export { belowFloor, type AskedOptions, type BelowFloor } from './below-floor';
export type { Floor } from './floor';
export { waiverDaysUnder } from './lowered';
export { readPolicy, type ReadPolicy, type UnreadablePolicy } from './read-policy';
