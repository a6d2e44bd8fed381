export * from './connections';
export type { Mode } from './filters';
export type { Arrival, Block, Drop, Step, Trail } from './travel';
