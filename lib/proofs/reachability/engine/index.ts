export { connect, EPHEMERAL, lanesOf, type Connection, type End, type Outcome } from './connections';
export { openedBeside, openedBy, openedForClients } from './relayed';
export { lasting, reach, type Reached } from './reach';
export { hasOpenNat, isUnsettled, whichever } from './settled';
export { overInternet, throughBoth } from './over-internet';
export { filtersOf, type Mode } from './filters';
export type { Arrival, Block, Drop, Step, Trail } from './travel';
