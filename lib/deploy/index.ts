export * from './accounts';
export { AwsSession } from './aws';
export * from './destroy';
export * from './plan';
export * from './preflight';
export * from './run';
