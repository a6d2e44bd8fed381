export { AwsSession, MfaNeededError, type AwsSessionOptions, type SigningKeys } from './aws-session';
export { refusalOf, type Refusal } from './refusal';
