export * from './accounts';
export { AwsSession, describeStack, eachOf, refusalOf, type ClientConfig, type SigningKeys } from './aws';
export * from './destroy';
export * from './plan';
export * from './preflight';
export * from './run';
