import { deny, type DenyStatement } from './deny-statement';
import type { GuardrailScope } from './guardrail-scope';

/** Every action by which a role, its trust or its permissions change. */
export const ROLE_CHANGES = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
] as const;

/** Members stay, root rests, and the landing zone's own roles and resources change only by the landing zone. */
export function protectOrganization(scope: GuardrailScope): readonly DenyStatement[] {
  const trusted = [...scope.breakGlassRoles, ...scope.platformRoles];
  return [
    deny(
      'DenyLeavingTheOrganization',
      [
        'organizations:LeaveOrganization',
        'account:CloseAccount',
        'account:EnableRegion',
        'account:DisableRegion',
        'account:StartPrimaryEmailUpdate',
      ],
      { except: scope.breakGlassRoles },
    ),
    deny('DenyRootUser', '*', { when: { ArnLike: { 'aws:PrincipalArn': `arn:${scope.partition}:iam::*:root` } } }),
    deny('DenyChangingProtectedRoles', ROLE_CHANGES, {
      resources: scope.protectedRoles ?? trusted,
      except: trusted,
    }),
    ...(scope.resourcePrefix ? [protectNamedResources(scope, scope.resourcePrefix)] : []),
  ];
}

function protectNamedResources(scope: GuardrailScope, prefix: string): DenyStatement {
  const arn = (service: string, resource: string) => `arn:${scope.partition}:${service}:*:*:${resource}`;
  return deny('DenyChangingPlatformResources', PLATFORM_CHANGES, {
    resources: [
      arn('sns', `${prefix}-*`),
      arn('events', `rule/${prefix}-*`),
      arn('cloudwatch', `alarm:${prefix}-*`),
      arn('firehose', `deliverystream/${prefix}-*`),
      arn('logs', `log-group:/${prefix}/*`),
      arn('ssm', `parameter/${prefix}/*`),
      `arn:${scope.partition}:s3:::${prefix}-*`,
      `arn:${scope.partition}:iam::*:policy/${prefix}-*`,
    ],
    except: [...scope.breakGlassRoles, ...scope.platformRoles],
  });
}

const PLATFORM_CHANGES = [
  'cloudwatch:DeleteAlarms',
  'cloudwatch:DisableAlarmActions',
  'cloudwatch:PutMetricAlarm',
  'events:DeleteRule',
  'events:DisableRule',
  'events:PutRule',
  'events:PutTargets',
  'events:RemoveTargets',
  'firehose:DeleteDeliveryStream',
  'firehose:StopDeliveryStreamEncryption',
  'firehose:UpdateDestination',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'logs:DeleteRetentionPolicy',
  'logs:DisassociateKmsKey',
  'logs:PutRetentionPolicy',
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  'sns:AddPermission',
  'sns:DeleteTopic',
  'sns:RemovePermission',
  'sns:SetTopicAttributes',
  'sns:Unsubscribe',
  'ssm:DeleteParameter',
  'ssm:DeleteParameters',
  'ssm:PutParameter',
] as const;
