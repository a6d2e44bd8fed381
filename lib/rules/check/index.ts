export * from './accompanied';
export * from './companions';
export * from './customer-key';
export * from './every-account';
export * from './expectation';
export * from './given';
export * from './judge';
export { at, get, type Found } from '../../template';
export * from './result';
