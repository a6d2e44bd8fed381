import { aws_iam as iam } from 'aws-cdk-lib';
import {
  BACKUP_DESTRUCTION,
  DETECTION_CHANGES,
  KEY_DESTRUCTION,
  RECORDING_CHANGES,
  ROLE_CHANGES,
  USER_CREATION,
} from '../organization';

/** Services that no department administers. */
const CENTRAL_SERVICES = ['iam:*', 'organizations:*', 'account:*', 'sso:*', 'sso-directory:*', 'identitystore:*'];

/** Changes to identities that IAM holds against the boundary of the identity that is changed. */
const BOUND_ROLE_CHANGES = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:UpdateAssumeRolePolicy',
];

/** What a department does with roles beside changing their permissions. */
const ROLE_UPKEEP = [
  'iam:AddRoleToInstanceProfile',
  'iam:CreateInstanceProfile',
  'iam:CreatePolicy',
  'iam:CreatePolicyVersion',
  'iam:CreateServiceLinkedRole',
  'iam:DeleteInstanceProfile',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:DeleteRole',
  'iam:PassRole',
  'iam:RemoveRoleFromInstanceProfile',
  'iam:SetDefaultPolicyVersion',
  'iam:TagInstanceProfile',
  'iam:TagPolicy',
  'iam:TagRole',
  'iam:UntagInstanceProfile',
  'iam:UntagPolicy',
  'iam:UntagRole',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];

/** Changes to a managed policy that stays attached where it is. */
const POLICY_CHANGES = [
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:SetDefaultPolicyVersion',
];

/** ARNs, or patterns of them, that a boundary speaks of. */
export interface BoundaryTargets {
  /** The boundary itself. */
  readonly boundary: string;
  /** Roles that are not the department's. */
  readonly roles: readonly string[];
  /** Policies that are not the department's. */
  readonly policies: readonly string[];
  /** Functions that are not the department's: who changes their code acts with their roles. */
  readonly functions: readonly string[];
}

/** The statements of a permissions boundary. */
export function boundaryStatements(targets: BoundaryTargets): iam.PolicyStatement[] {
  return [...allowances(targets.boundary), ...denials(targets)];
}

function allowances(boundary: string): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ sid: 'Services', notActions: CENTRAL_SERVICES, resources: ['*'] }),
    new iam.PolicyStatement({ sid: 'ReadIdentities', actions: ['iam:Get*', 'iam:List*'], resources: ['*'] }),
    new iam.PolicyStatement({
      sid: 'BoundRolesOnly',
      actions: BOUND_ROLE_CHANGES,
      resources: ['*'],
      conditions: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
    }),
    new iam.PolicyStatement({ sid: 'RoleUpkeep', actions: ROLE_UPKEEP, resources: ['*'] }),
  ];
}

function denials({ boundary, roles, policies, functions }: BoundaryTargets): iam.PolicyStatement[] {
  return [
    deny('KeepBoundaries', ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary']),
    deny('KeepPolicies', POLICY_CHANGES, [boundary, ...policies]),
    deny('NoUsers', USER_CREATION),
    deny('KeepTheRecord', RECORDING_CHANGES),
    deny('KeepDetection', DETECTION_CHANGES),
    deny('KeepKeysAndBackups', [...KEY_DESTRUCTION, ...BACKUP_DESTRUCTION]),
    ...(functions.length > 0 ? [deny('KeepFunctions', ['lambda:*'], functions)] : []),
    ...(roles.length > 0 ? [deny('KeepRoles', [...ROLE_CHANGES, 'iam:PassRole', 'sts:AssumeRole'], roles)] : []),
  ];
}

function deny(sid: string, actions: readonly string[], resources: readonly string[] = ['*']): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    effect: iam.Effect.DENY,
    actions: [...actions],
    resources: [...resources],
  });
}
