export { blocksOf } from './blocks';
export { groupNames, hop, hopsOf, reasonsOf } from './hops';
