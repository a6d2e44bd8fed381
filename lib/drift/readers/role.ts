import type { RoleDetail } from '@aws-sdk/client-iam';
import type { Access } from '../access';
import { isSamePolicy } from '../compare/canonical';
import { decoded, identitiesOf } from '../identity/identities';
import type { JsonMap } from '../json';
import { Gone, type Reader } from '../reader';

/** Roles: who may take them, what bounds them, and which managed policies they have. */
export const ROLE: Reader = {
  type: 'AWS::IAM::Role',
  facets: [
    {
      properties: ['AssumeRolePolicyDocument'],
      isSame: isSamePolicy,
      read: ({ physicalId }, access) =>
        ofRole(physicalId, access, ({ AssumeRolePolicyDocument }) => ({
          AssumeRolePolicyDocument: decoded(AssumeRolePolicyDocument),
        })),
    },
    {
      properties: ['PermissionsBoundary'],
      read: ({ physicalId }, access) =>
        ofRole(physicalId, access, ({ PermissionsBoundary: boundary }) => ({
          PermissionsBoundary: boundary?.PermissionsBoundaryArn ?? null,
        })),
    },
    {
      properties: ['ManagedPolicyArns'],
      read: ({ physicalId, attachedBy }, access) =>
        ofRole(physicalId, access, ({ AttachedManagedPolicies: attached = [] }) => ({
          // A policy that names the role in its own template stands there.
          ManagedPolicyArns: attached.flatMap(({ PolicyArn: arn = '' }) => (attachedBy.includes(arn) ? [] : [arn])),
        })),
    },
  ],
};

async function ofRole(name: string, access: Access, tell: (role: RoleDetail) => JsonMap): Promise<JsonMap | Gone> {
  const role = (await identitiesOf(access)).roles.get(name);
  return role ? tell(role) : new Gone('AWS does not know it');
}
