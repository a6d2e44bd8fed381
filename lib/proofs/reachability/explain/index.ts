export { blocksOf } from './blocks';
export { hop, hopsOf, reasonsOf } from './hops';
