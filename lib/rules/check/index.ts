export * from './accompanied';
export * from './companions';
export * from './customer-key';
export * from './every-account';
export * from './expectation';
export * from './judge';
export * from './path';
export * from './result';
