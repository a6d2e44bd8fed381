export * from './findings';
export * from './glance';
export * from './network';
export * from './review';
