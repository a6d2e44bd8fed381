import { IAMClient, paginateGetAccountAuthorizationDetails, type RoleDetail } from '@aws-sdk/client-iam';
import type { Access } from '../access';
import { documentOf, type Json } from '../json';

/** What an account's IAM holds: all of it comes with one question. */
export interface Identities {
  /** By name. */
  readonly roles: ReadonlyMap<string, RoleDetail>;
  /** Documents of the policies that the account made itself, by ARN. */
  readonly policies: ReadonlyMap<string, Json>;
}

/** Roles and policies of an account, asked for once. */
export function identitiesOf(access: Access): Promise<Identities> {
  return access.onceInAccount('identities', async () => {
    const roles = new Map<string, RoleDetail>();
    const policies = new Map<string, Json>();
    const pages = paginateGetAccountAuthorizationDetails(
      { client: access.client(IAMClient) },
      { Filter: ['Role', 'LocalManagedPolicy'] },
    );
    for await (const { RoleDetailList = [], Policies = [] } of pages) {
      for (const role of RoleDetailList) roles.set(role.RoleName ?? '', role);
      for (const { Arn = '', PolicyVersionList = [] } of Policies) {
        const current = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion === true);
        policies.set(Arn, decoded(current?.Document));
      }
    }
    return { roles, policies };
  });
}

/** A document as IAM hands it over, with the signs of a URL. */
export function decoded(document: string | undefined): Json {
  return documentOf(document === undefined ? undefined : decodeURIComponent(document));
}
