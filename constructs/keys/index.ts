export * from './auto-scaling';
export * from './department-key';
export * from './key-alarms';
export * from './key-ring';
export { deploymentRolePatterns } from './roles';
export * from './service-use';
