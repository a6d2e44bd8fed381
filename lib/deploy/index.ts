export { AwsSession, type AwsSessionOptions } from './aws';
export * from './plan';
export * from './preflight';
export * from './run';
