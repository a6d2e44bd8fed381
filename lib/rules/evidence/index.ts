export { evidenceOf } from './evidence';
export { maskText } from './mask';
