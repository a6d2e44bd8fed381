export { accessReview } from './access-review';
export type { ReviewBasis } from './basis';
export { Reviewer } from './reviewer';
