export { networkGrowth, type GrowthLimit, type NetworkGrowth } from './network-growth';
