import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { GRANTS, USE } from './key-actions';

/**
 * Lets EC2 Auto Scaling start instances whose volumes are encrypted with the key. Its service-linked role has no
 * identity policy for keys, so the key policy names the role itself; KMS refuses that as long as the role does not exist.
 *
 * @param role the service-linked role, created by this app, on which the key then depends; without it the role must
 * exist in the account (`aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com`).
 */
export function allowAutoScaling(key: kms.IKey, role?: iam.CfnServiceLinkedRole): void {
  const { partition, account } = Stack.of(key);
  const name = 'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
  const principals = [new iam.ArnPrincipal(`arn:${partition}:iam::${account}:role/${name}`)];
  key.addToResourcePolicy(new iam.PolicyStatement({ principals, actions: USE, resources: ['*'] }));
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals,
      actions: GRANTS,
      resources: ['*'],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  );
  if (role) key.node.addDependency(role);
}
