export { coreNetworksOf } from './core-networks';
