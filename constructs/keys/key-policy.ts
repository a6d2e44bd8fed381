import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ADMINISTRATION, AUDIT, CRYPTOGRAPHY, DESTRUCTION, GRANTS, RECOVERY, USE } from './key-actions';

/** Who may do what with a key: ARN patterns of roles, already validated. */
export interface KeyPolicyRoles {
  readonly administrators: readonly string[];
  readonly deploymentRoles: readonly string[];
  readonly breakGlassRoles: readonly string[];
  readonly auditors: readonly string[];
}

/** Names by which users know services, where KMS knows them by another. */
const ENDPOINT_NAMES: Readonly<Record<string, string>> = { ebs: 'ec2', efs: 'elasticfilesystem' };

/**
 * The policy of a department's key. KMS refuses a policy that names a role which does not exist yet; therefore each
 * statement trusts the account and narrows it by `aws:PrincipalArn`, and what a role may do in the end is what both this
 * policy and its identity policies allow.
 */
export function keyPolicy(scope: Construct, roles: KeyPolicyRoles, viaServices: readonly string[]): iam.PolicyDocument {
  const through = callersOfThisAccount(scope, viaServices);
  const managers = [...roles.administrators, ...roles.deploymentRoles];
  return new iam.PolicyDocument({
    statements: [
      allow('AllowAdministration', ADMINISTRATION, only(managers)),
      allow('AllowDestructionByBreakGlass', [...DESTRUCTION, ...RECOVERY], only(roles.breakGlassRoles)),
      ...(roles.auditors.length > 0 ? [allow('AllowAudit', AUDIT, only(roles.auditors))] : []),
      allow('AllowUseThroughIdentityPolicies', USE, through),
      allow('AllowGrantsForAwsResources', GRANTS, { ...through, Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
      deny('DenyUseByAdministrators', CRYPTOGRAPHY, only(roles.administrators)),
      deny('DenyDestructionByOthers', DESTRUCTION, {
        ArnNotLike: { 'aws:PrincipalArn': roles.breakGlassRoles },
      }),
    ],
  });
}

function allow(sid: string, actions: string[], conditions: iam.Conditions): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.AccountRootPrincipal()],
    actions,
    resources: ['*'],
    conditions,
  });
}

function deny(sid: string, actions: string[], conditions: iam.Conditions): iam.PolicyStatement {
  return allow(sid, actions, conditions).copy({ effect: iam.Effect.DENY });
}

function only(arns: readonly string[]): iam.Conditions {
  return { ArnLike: { 'aws:PrincipalArn': arns } };
}

function callersOfThisAccount(scope: Construct, viaServices: readonly string[]): iam.Conditions {
  const { account, region, urlSuffix } = Stack.of(scope);
  const services = viaServices.map((service) => `${ENDPOINT_NAMES[service] ?? service}.${region}.${urlSuffix}`);
  return {
    StringEquals: {
      'kms:CallerAccount': account,
      ...(services.length > 0 ? { 'kms:ViaService': services } : {}),
    },
  };
}
