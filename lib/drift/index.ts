export { comparedTypes, type ComparedType } from './compared-types';
export type { Difference } from './difference';
export { FolderError } from './observed/write-observed';
export { readDeployed, type ReadOptions } from './read-deployed';
