export type { ReviewBasis } from './basis';
export { Reviewer } from './reviewer';
