export * from './address-space';
export * from './block';
export * from './public';
