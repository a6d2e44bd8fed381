/** Roles by which CloudFormation deploys: of the CDK's bootstrap stack, and of service-managed stack sets. */
export const DEPLOYMENT_ROLES = ['cdk-hnb659fds-cfn-exec-role-*', 'stacksets-exec-*'] as const;
