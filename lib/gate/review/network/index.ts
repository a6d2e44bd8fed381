export { networkReview } from './network-review';
