import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { AlertTopic } from '../../constructs/detection';
import { BreakGlassRole, DeployRole, PermissionBoundary } from '../../constructs/identity';

/** An emergency role that tells when it is used, and a pipeline that deploys without stored keys. */
export function identityExample(app: App): Stack {
  const stack = new Stack(app, 'Identity');
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const alerts = new AlertTopic(stack, 'Alerts', { encryptionKey, emails: ['security@example.gov.hk'] });
  const trustedPrincipals = ['arn:aws:iam::111122223333:role/duty-officer'];
  new BreakGlassRole(stack, 'BreakGlass', { roleName: 'break-glass', trustedPrincipals, topic: alerts.topic });
  const boundary = new PermissionBoundary(stack, 'Boundary', { policyName: 'department-boundary' });
  new DeployRole(stack, 'Deploy', {
    source: { platform: 'github', repository: 'example/portal', branch: 'main', environment: 'production' },
    permissionsBoundary: boundary.managedPolicy,
  });
  return stack;
}
