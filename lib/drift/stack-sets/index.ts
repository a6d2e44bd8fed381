export { readDeliveries, type Deliveries } from './deliveries';
export { splitDeliveries } from './split-deliveries';
