export { actionNamed } from './actions';
export * from './change';
export * from './document';
export * from './evaluate';
export * from './properties';
