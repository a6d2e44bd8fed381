export { layoutNetwork } from './layout';
export type * from './network-map';
