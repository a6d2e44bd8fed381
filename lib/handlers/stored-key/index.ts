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
    tagged: async (Key, value) => {
      const { ResourceTagMappingList } = await tagging.getResources({
        TagFilters: [{ Key, Values: [value] }],
        ResourceTypeFilters: ['kms:key'],
      });
      return (ResourceTagMappingList ?? []).flatMap(({ ResourceARN }) => ResourceARN ?? []);
    },
    store: (CustomKeyStoreId) =>
      unless('CustomKeyStoreNotFoundException', async () => {
        const { CustomKeyStores } = await kms.describeCustomKeyStores({ CustomKeyStoreId });
        const [found] = CustomKeyStores ?? [];
        return found && { type: String(found.CustomKeyStoreType), state: String(found.ConnectionState) };
      }),
    create: async (input) => (await kms.createKey(input)).KeyMetadata,
    name: (AliasName, TargetKeyId) => kms.createAlias({ AliasName, TargetKeyId }),
    setPolicy: (KeyId, Policy) => kms.putKeyPolicy({ KeyId, PolicyName: 'default', Policy }),
    describe: (KeyId, Description) => kms.updateKeyDescription({ KeyId, Description }),
  }),
  responseWays,
);

/** Nothing, where AWS says so by an error of that name. */
async function unless<T>(name: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}
