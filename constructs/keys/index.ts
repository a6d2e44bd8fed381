export * from './account-use';
export * from './auto-scaling';
export * from './department-key';
export * from './key-alarms';
export * from './key-material-expiry';
export * from './key-ring';
export type { KeyUse } from './key-usage';
export { deploymentRolePatterns, rolePatterns } from './roles';
export * from './service-use';
