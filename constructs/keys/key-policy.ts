import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ADMINISTRATION, AUDIT, CRYPTOGRAPHY, DESTRUCTION, GRANTS, IMPORT, RECOVERY } from './key-actions';
import { KEY_USES, type KeyUse } from './key-usage';

/** Who may do what with a key: ARN patterns of roles, already validated. */
export interface KeyPolicyRoles {
  readonly administrators: readonly string[];
  readonly deploymentRoles: readonly string[];
  readonly breakGlassRoles: readonly string[];
  readonly auditors: readonly string[];
}

/** What the key is for, and through what it is used. */
export interface KeyPolicyUse {
  readonly use: KeyUse;
  readonly viaServices: readonly string[];
  /** Keys of an encryption context that each use must name, with the values that it may have. */
  readonly encryptionContext: Readonly<Record<string, readonly string[]>>;
  /** Whether administrators bring the material of the key. */
  readonly imported: boolean;
}

/** Names by which users know services, where KMS knows them by another. */
const ENDPOINT_NAMES: Readonly<Record<string, string>> = { ebs: 'ec2', efs: 'elasticfilesystem' };

/**
 * The policy of a department's key. KMS refuses a policy that names a role which does not exist yet; therefore each
 * statement trusts the account and narrows it by `aws:PrincipalArn`, and what a role may do in the end is what both this
 * policy and its identity policies allow.
 */
export function keyPolicy(scope: Construct, roles: KeyPolicyRoles, use: KeyPolicyUse): iam.PolicyDocument {
  const through = callersOfThisAccount(scope, use);
  const { actions, granted } = KEY_USES[use.use];
  const managers = [...roles.administrators, ...roles.deploymentRoles];
  return new iam.PolicyDocument({
    statements: [
      allow('AllowAdministration', ADMINISTRATION, only(managers)),
      ...(use.imported ? [allow('AllowImport', IMPORT, only(roles.administrators))] : []),
      allow('AllowDestructionByBreakGlass', [...DESTRUCTION, ...RECOVERY], only(roles.breakGlassRoles)),
      ...(roles.auditors.length > 0 ? [allow('AllowAudit', AUDIT, only(roles.auditors))] : []),
      allow('AllowUseThroughIdentityPolicies', actions, through),
      ...(granted
        ? [allow('AllowGrantsForAwsResources', GRANTS, { ...through, Bool: { 'kms:GrantIsForAWSResource': 'true' } })]
        : []),
      deny('DenyUseByAdministrators', CRYPTOGRAPHY, only(roles.administrators)),
      deny('DenyDestructionByOthers', DESTRUCTION, {
        ArnNotLike: { 'aws:PrincipalArn': roles.breakGlassRoles },
      }),
    ],
  });
}

function allow(sid: string, actions: readonly string[], conditions: iam.Conditions): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.AccountRootPrincipal()],
    actions: [...actions],
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

function callersOfThisAccount(scope: Construct, { viaServices, encryptionContext }: KeyPolicyUse): iam.Conditions {
  const { account } = Stack.of(scope);
  const services = serviceEndpoints(scope, viaServices);
  const contexts = Object.entries(encryptionContext).map(([key, values]) => [`kms:EncryptionContext:${key}`, values]);
  return {
    StringEquals: {
      'kms:CallerAccount': account,
      ...(services.length > 0 ? { 'kms:ViaService': services } : {}),
    },
    ...(contexts.length > 0 ? { StringLike: Object.fromEntries(contexts) } : {}),
  };
}

/** Services of the region as KMS knows them, by their usual names. */
export function serviceEndpoints(scope: Construct, services: readonly string[]): string[] {
  const { region, urlSuffix } = Stack.of(scope);
  return services.map((service) => `${ENDPOINT_NAMES[service] ?? service}.${region}.${urlSuffix}`);
}
