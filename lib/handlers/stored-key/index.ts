import { KMS } from '@aws-sdk/client-kms';
import { ResourceGroupsTaggingAPI } from '@aws-sdk/client-resource-groups-tagging-api';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { storedKey } from './stored-key';

const kms = new KMS();
const tagging = new ResourceGroupsTaggingAPI();

/** Makes keys in key stores as a custom resource: what Lambda calls. */
export const handler = customResource(
  storedKey({
    find: (KeyId) => unless('NotFoundException', async () => (await kms.describeKey({ KeyId })).KeyMetadata),
    tagged,
    store: (CustomKeyStoreId) =>
      unless('CustomKeyStoreNotFoundException', async () => {
        const { CustomKeyStores } = await kms.describeCustomKeyStores({ CustomKeyStoreId });
        const [found] = CustomKeyStores ?? [];
        return found && { type: String(found.CustomKeyStoreType), state: String(found.ConnectionState) };
      }),
    create: async (input) => (await kms.createKey(input)).KeyMetadata,
    name: (AliasName, TargetKeyId) => kms.createAlias({ AliasName, TargetKeyId }),
    setPolicy: (KeyId, Policy) => kms.putKeyPolicy({ KeyId, PolicyName: 'default', Policy }),
    tag: (KeyId, Tags) => kms.tagResource({ KeyId, Tags: [...Tags] }),
    describe: (KeyId, Description) => kms.updateKeyDescription({ KeyId, Description }),
  }),
  responseWays,
);

async function tagged(Key: string, value: string): Promise<readonly string[]> {
  const arns: string[] = [];
  const asked = { TagFilters: [{ Key, Values: [value] }], ResourceTypeFilters: ['kms:key'] };
  let next: { PaginationToken?: string } = {};
  do {
    const page = await tagging.getResources({ ...asked, ...next });
    arns.push(...(page.ResourceTagMappingList ?? []).flatMap(({ ResourceARN }) => ResourceARN ?? []));
    // The last page may come with an empty token.
    next = page.PaginationToken ? { PaginationToken: page.PaginationToken } : {};
  } while (next.PaginationToken !== undefined);
  return arns;
}

/** Nothing, where AWS says so by an error of that name. */
async function unless<T>(name: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}
