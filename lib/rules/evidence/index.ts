export { evidenceOf } from './evidence';
export { MASK, maskText, namesSecret } from './mask';
