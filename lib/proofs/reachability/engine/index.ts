export { connect, EPHEMERAL, lanesOf, type Connection, type End, type Outcome } from './connections';
export { lasting, reach, type Reached } from './reach';
export { hasOpenNat, isUnsettled } from './settled';
export type { Mode } from './filters';
export type { Arrival, Block, Drop, Step, Trail } from './travel';
