import { types } from 'node:util';
import { KMSClient, paginateListGrants, type GrantListEntry } from '@aws-sdk/client-kms';
import { refusalOf } from '../../deploy';
import type { Access } from '../access';
import type { Difference } from '../difference';
import type { DeployedNames } from '../names/deployed-names';
import { madeUpId } from './compare-collection';
import { placeOf, type Subject } from './compare-thing';

const GONE = /^(NotFoundException|KMSInvalidStateException)$/;

/** Tells what a key lets others do beside its policy: grants, which no template can hold. */
export async function compareGrants(key: Subject, names: DeployedNames, access: Access): Promise<Difference[]> {
  const { template } = placeOf(key);
  try {
    const found: Difference[] = [];
    const pages = paginateListGrants({ client: access.client(KMSClient) }, { KeyId: key.physicalId });
    for await (const { Grants = [] } of pages) {
      const foreign = Grants.filter(({ GranteePrincipal = '' }) => !isOwn(GranteePrincipal, access.account, names));
      found.push(...foreign.map((grant) => unmanaged(grant, template, key.resource.logicalId)));
    }
    return found;
  } catch (error) {
    // That it is gone, or on its way, is told of the key itself.
    if (types.isNativeError(error) && GONE.test(error.name)) return [];
    const because = `whom it was granted to cannot be listed: ${refusalOf(error).message}`;
    return [{ ...placeOf(key), kind: 'unread', properties: [], because }];
  }
}

function unmanaged(
  { GrantId = '', GranteePrincipal = '', Operations = [] }: GrantListEntry,
  template: string,
  key: string,
): Difference {
  const type = 'AWS::KMS::Grant';
  const name = `${GrantId} of ${key}: ${Operations.join(', ')} for ${GranteePrincipal}`;
  return { template, logicalId: madeUpId(type, GrantId), type, kind: 'unmanaged', name };
}

/**
 * Whether services of AWS made a grant for their work: for themselves, for roles that are linked to them, for what they run
 * in the account, or for a role of the landing zone that uses them.
 */
function isOwn(grantee: string, account: string, names: DeployedNames): boolean {
  const [, owner, kind = '', path = ''] = /^arn:[^:]+:(?:iam|sts)::(\d{12}):([^/]+)\/(.+)$/.exec(grantee) ?? [];
  if (owner === undefined) return /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(grantee);
  if (owner !== account) return false;
  if (kind === 'role' && path.startsWith('aws-service-role/')) return true;
  if (kind === 'assumed-role' && /^(aws:|AWSServiceRoleFor)/.test(path)) return true;
  const role = kind === 'assumed-role' ? path.split('/')[0] : path.split('/').at(-1);
  return role !== undefined && names.isOwned(account, role);
}
