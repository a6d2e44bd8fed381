import { deny, type DenyStatement } from './deny-statement';
import type { GuardrailScope } from './guardrail-scope';

/** Actions that make IAM users or give them credentials that do not expire. */
export const USER_CREATION = [
  'iam:AddUserToGroup',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateGroup',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:CreateUser',
  'iam:PutUserPolicy',
  'iam:UpdateAccessKey',
  'iam:UpdateLoginProfile',
  'iam:UploadSSHPublicKey',
  'iam:UploadSigningCertificate',
] as const;

/** Actions by which an outside identity provider is trusted. */
const FEDERATION_CHANGES = [
  'iam:AddClientIDToOpenIDConnectProvider',
  'iam:CreateOpenIDConnectProvider',
  'iam:CreateSAMLProvider',
  'iam:DeleteOpenIDConnectProvider',
  'iam:DeleteSAMLProvider',
  'iam:UpdateOpenIDConnectProviderThumbprint',
  'iam:UpdateSAMLProvider',
  'rolesanywhere:CreateTrustAnchor',
  'rolesanywhere:UpdateTrustAnchor',
] as const;

/** People come through the central identity provider and machines use roles: no users, no access keys. */
export function preventLongLivedCredentials(scope: GuardrailScope): readonly DenyStatement[] {
  return [
    deny('DenyUsersAndAccessKeys', USER_CREATION, { except: scope.breakGlassRoles }),
    deny('DenyTrustingOtherIdentityProviders', FEDERATION_CHANGES, {
      except: [...scope.breakGlassRoles, ...scope.platformRoles],
    }),
  ];
}
