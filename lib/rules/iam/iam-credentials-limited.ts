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

const CREDENTIALS = [
  'codeartifact:GetAuthorizationToken',
  'cognito-identity:GetCredentialsForIdentity',
  'cognito-identity:GetOpenIdToken',
  'cognito-idp:DescribeUserPoolClient',
  'ec2:GetPasswordData',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'lightsail:DownloadDefaultKeyPair',
  'rds-db:connect',
  'redshift:GetClusterCredentials',
  'secretsmanager:GetSecretValue',
  'sso:GetRoleCredentials',
  'sts:AssumeRole',
];

/**
 * Actions that answer with credentials: sessions of roles, keys of users, secrets, passwords of databases and
 * instances.
 */
export const iamCredentialsLimited: Rule = {
  id: 'iam-credentials-limited',
  control: 'IDN-12',
  message: 'Whoever has the policy can take the credentials of others.',
  remediation: 'Limit these actions to named resources.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'credentials of named roles, users and repositories only',
    is: (item) =>
      and(isAllow(item), onEverything(item), not(includesText(item.actions, '*')), not(hasCondition(item)), () =>
        forSome(CREDENTIALS, (action) => speaksOf(item, action)),
      ),
  }),
};
