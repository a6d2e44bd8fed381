export { routingStackOf, stackOfVpc } from './routing-place';
export { networkGrowth, quotaOutlook, type GrowthLimit, type NetworkGrowth } from './network-growth';
