export { routingStackOf } from './routing-place';
export { networkGrowth, quotaOutlook, type GrowthLimit, type NetworkGrowth } from './network-growth';
