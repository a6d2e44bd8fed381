export * from './account-baseline';
export { addAccountDetection, alertTopicName, type AccountDetectionProps } from './account-detection';
export { addAccountIdentity, boundaryName, type AccountIdentityProps } from './account-identity';
export {
  addAccountLogging,
  sessionLogGroup,
  type AccountLoggingProps,
  type AccountRecordsProps,
} from './account-logging';
export * from './baseline-delivery';
export * from './baseline-reasons';
export * from './baseline-stack';
export * from './baseline-template';
