export * from './account-access-analyzer';
export * from './account-password-policy';
export * from './audit-role';
export * from './break-glass-role';
export { GITLAB_SUBJECT, type DeploySource, type GitHubSource, type GitLabSource } from './deploy-identity';
export * from './deploy-role';
export * from './identity-center-permissions';
export * from './key-administrator-role';
export * from './permission-boundary';
