import { deny, type DenyStatement } from './deny-statement';
import type { GuardrailScope } from './guardrail-scope';

const PUBLIC_ACLS = ['public-read', 'public-read-write', 'authenticated-read'];

/** Nothing is shared with everybody, nor with accounts outside the organisation. */
export function preventPublicSharing(scope: GuardrailScope): readonly DenyStatement[] {
  const except = [...scope.breakGlassRoles, ...scope.platformRoles];
  return [
    deny('DenyLoweringPublicAccessBlocks', BLOCK_CHANGES, { except }),
    deny('DenySharingImagesAndSnapshots', SHARING_CHANGES, { except }),
    deny('DenyPublicSnapshots', 'ec2:ModifySnapshotAttribute', { when: { StringEquals: { 'ec2:Add/group': 'all' } } }),
    deny('DenyPublicObjects', ['s3:CreateBucket', 's3:PutBucketAcl', 's3:PutObject', 's3:PutObjectAcl'], {
      when: { StringEquals: { 's3:x-amz-acl': PUBLIC_ACLS } },
    }),
    deny('DenyPublicDatabases', 'rds:CreateDBInstance', {
      when: { Bool: { 'rds:PubliclyAccessible': 'true' } },
    }),
    deny(
      'DenyPublicFunctions',
      ['lambda:AddPermission', 'lambda:CreateFunctionUrlConfig', 'lambda:UpdateFunctionUrlConfig'],
      { when: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } } },
    ),
    deny('DenyFunctionsForEverybody', 'lambda:AddPermission', { when: { StringEquals: { 'lambda:Principal': '*' } } }),
    ...externalShares(),
  ];
}

/** Resource Access Manager: neither a new share open to outsiders, nor one that becomes so, nor adding to one that is. */
function externalShares(): readonly DenyStatement[] {
  return [
    deny('DenySharesOpenToOutsiders', ['ram:CreateResourceShare', 'ram:UpdateResourceShare'], {
      when: { Bool: { 'ram:RequestedAllowsExternalPrincipals': 'true' } },
    }),
    deny('DenyAddingToOpenShares', 'ram:AssociateResourceShare', {
      when: { Bool: { 'ram:AllowsExternalPrincipals': 'true' } },
    }),
  ];
}

const BLOCK_CHANGES = [
  'ec2:CreateVpcBlockPublicAccessExclusion',
  'ec2:DisableImageBlockPublicAccess',
  'ec2:DisableSnapshotBlockPublicAccess',
  'ec2:EnableSerialConsoleAccess',
  'ec2:EnableSnapshotBlockPublicAccess',
  'ec2:ModifyVpcBlockPublicAccessExclusion',
  'ec2:ModifyVpcBlockPublicAccessOptions',
  's3:PutAccountPublicAccessBlock',
] as const;

/** No condition key tells sharing with one account from sharing with all, so that only the platform shares at all. */
const SHARING_CHANGES = [
  'ec2:ModifyImageAttribute',
  'rds:ModifyDBClusterSnapshotAttribute',
  'rds:ModifyDBSnapshotAttribute',
  'ssm:ModifyDocumentPermission',
] as const;
