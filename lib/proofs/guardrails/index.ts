export * from './document';
export * from './evaluate';
