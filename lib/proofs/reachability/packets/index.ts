export * from './packet-set';
export * from './ranges';
