export { AwsSession, MfaNeededError, type AwsSessionOptions, type ClientConfig, type SigningKeys } from './aws-session';
export { refusalOf, type Refusal } from './refusal';
export { describeStack } from './describe-stack';
export { eachOf } from './each-of';
