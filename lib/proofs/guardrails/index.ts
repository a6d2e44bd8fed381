export * from './document';
export * from './evaluate';
export * from './properties';
