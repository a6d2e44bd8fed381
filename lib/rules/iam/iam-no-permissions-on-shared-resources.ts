import { and, forSome, not } from '../../model';
import {
  hasCondition,
  forbid,
  IDENTITY_POLICY_TYPES,
  identityDocuments,
  includesText,
  isAllow,
  onEverything,
  speaksOf,
} from '../policy';
import type { Rule } from '../rule';

const EXPOSURES = [
  'acm-pca:PutPolicy',
  'backup:PutBackupVaultAccessPolicy',
  'ec2:ModifyImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ecr:SetRepositoryPolicy',
  'elasticfilesystem:PutFileSystemPolicy',
  'es:UpdateDomainConfig',
  'events:PutPermission',
  'kms:PutKeyPolicy',
  'lambda:AddPermission',
  'ram:CreateResourceShare',
  'rds:ModifyDBSnapshotAttribute',
  's3:BypassGovernanceRetention',
  's3:DeleteBucketPolicy',
  's3:PutAccountPublicAccessBlock',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutObjectAcl',
  'secretsmanager:PutResourcePolicy',
  'sns:AddPermission',
  'sqs:AddPermission',
];

/**
 * Actions that change policies or sharing of buckets, keys, queues, topics, functions, repositories, snapshots,
 * images and secrets.
 */
export const iamNoPermissionsOnSharedResources: Rule = {
  id: 'iam-no-permissions-on-shared-resources',
  control: 'IDN-04',
  message: 'Whoever has the policy can open any resource of the kind to others.',
  remediation: 'Limit these actions to named resources.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'no change of who may reach resources of every kind',
    is: (item) =>
      and(isAllow(item), onEverything(item), not(includesText(item.actions, '*')), not(hasCondition(item)), () =>
        forSome(EXPOSURES, (action) => speaksOf(item, action)),
      ),
  }),
};
