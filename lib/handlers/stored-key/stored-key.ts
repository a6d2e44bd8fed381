import type { ResourceAttributes, ResourceRequest, ResourceWork } from '../custom-resource';
import { textOf } from '../property-text';

/** A key, as KMS describes it. */
export interface DescribedKey {
  readonly Arn?: string | undefined;
  readonly KeyId?: string | undefined;
  readonly KeyState?: string | undefined;
  readonly CustomKeyStoreId?: string | undefined;
  /** Of a key in an external store: the one behind it, as its manager knows it. */
  readonly XksKeyConfiguration?: { readonly Id?: string | undefined } | undefined;
}

/** A tag, as KMS writes it. */
export interface KeyTag {
  readonly TagKey: string;
  readonly TagValue: string;
}

/** The calls that are needed. */
export interface StoredKeys {
  /** The key behind an id, an ARN or an alias; undefined when there is none. */
  find(id: string): Promise<DescribedKey | undefined>;
  /** ARNs of keys that bear a tag with a value. */
  tagged(tag: string, value: string): Promise<readonly string[]>;
  /** Type and state of a key store; undefined when there is none. */
  store(id: string): Promise<{ readonly type: string; readonly state: string } | undefined>;
  create(input: object): Promise<DescribedKey | undefined>;
  name(alias: string, keyId: string): Promise<unknown>;
  setPolicy(keyId: string, policy: string): Promise<unknown>;
  tag(keyId: string, tags: readonly KeyTag[]): Promise<unknown>;
  describe(keyId: string, text: string): Promise<unknown>;
}

type Properties = ResourceRequest['ResourceProperties'];

/** Bears the alias, so that a key whose making was interrupted is found again. */
const TAG = 'lionrock:stored-key';

/**
 * A key in a key store of the department, known by its alias. The store is connected by people and never by this: that takes
 * every key in it on or off. A key that is there keeps its material and gets policy, tags and description; it stays when the
 * resource goes, as what was encrypted under it does.
 */
export function storedKey(keys: StoredKeys): ResourceWork {
  return {
    id: (properties) => textOf(properties, 'Alias'),
    set: async (properties) => {
      const there = await existing(properties, keys);
      const key = there ? await kept(there, properties, keys) : await made(properties, keys);
      return attributesOf(key);
    },
    remove: async () => {},
  };
}

/** By its alias, or by its tag where an earlier run came no further. @throws Error when it is not the key that is asked for. */
async function existing(properties: Properties, keys: StoredKeys): Promise<DescribedKey | undefined> {
  const alias = textOf(properties, 'Alias');
  const named = await keys.find(alias);
  if (named) {
    assertKept(named, properties);
    return named;
  }
  for (const arn of await keys.tagged(TAG, alias)) {
    const key = await keys.find(arn);
    if (key && key.KeyState !== 'PendingDeletion') {
      assertKept(key, properties);
      await keys.name(alias, keyIdOf(key));
      return key;
    }
  }
  return undefined;
}

/** Store and external key of a key never change: what asks for others asks for another key. */
function assertKept(key: DescribedKey, properties: Properties): void {
  const alias = textOf(properties, 'Alias');
  const store = textOf(properties, 'KeyStoreId');
  if (key.CustomKeyStoreId !== store) {
    const where = key.CustomKeyStoreId === undefined ? 'in no key store' : `in ${key.CustomKeyStoreId}`;
    throw new Error(`${alias} is a key ${where}: expected one in ${store}; choose another alias`);
  }
  const external = key.XksKeyConfiguration?.Id;
  const expected = properties['ExternalKeyId'];
  if (expected !== undefined && external !== expected) {
    const what = external === undefined ? 'no external key' : `the external key ${external}`;
    throw new Error(`${alias} is ${what}: expected ${textOf(properties, 'ExternalKeyId')}; choose another alias`);
  }
  if (key.KeyState === 'PendingDeletion') {
    throw new Error(`${alias} is to be deleted: cancel that (aws kms cancel-key-deletion), or choose another alias`);
  }
}

async function kept(key: DescribedKey, properties: Properties, keys: StoredKeys): Promise<DescribedKey> {
  await keys.setPolicy(keyIdOf(key), policyOf(properties));
  await keys.tag(keyIdOf(key), tagsOf(properties));
  await keys.describe(keyIdOf(key), textOf(properties, 'Description'));
  return key;
}

async function made(properties: Properties, keys: StoredKeys): Promise<DescribedKey> {
  const alias = textOf(properties, 'Alias');
  const CustomKeyStoreId = textOf(properties, 'KeyStoreId');
  const Origin = textOf(properties, 'Origin');
  await assertConnected(CustomKeyStoreId, Origin, keys);
  const external = properties['ExternalKeyId'];
  const key = await keys.create({
    CustomKeyStoreId,
    Origin,
    ...(external === undefined ? {} : { XksKeyId: textOf(properties, 'ExternalKeyId') }),
    Description: textOf(properties, 'Description'),
    Policy: policyOf(properties),
    Tags: tagsOf(properties),
  });
  if (!key) throw new Error(`KMS made ${alias} and did not tell which key it is`);
  await keys.name(alias, keyIdOf(key));
  return key;
}

async function assertConnected(id: string, origin: string, keys: StoredKeys): Promise<void> {
  const store = await keys.store(id);
  if (!store) throw new Error(`there is no key store ${id}: make and connect it first`);
  // KMS has the same words for the type of a store and the origin of its keys.
  if (store.type !== origin) throw new Error(`the key store ${id} is of type ${store.type}: expected ${origin}`);
  if (store.state !== 'CONNECTED') {
    throw new Error(
      `the key store ${id} is ${store.state}: expected CONNECTED; connect it (aws kms connect-custom-key-store)`,
    );
  }
}

function policyOf({ KeyPolicy }: Properties): string {
  if (typeof KeyPolicy !== 'object' || KeyPolicy === null) {
    throw new Error(`found KeyPolicy ${JSON.stringify(KeyPolicy)}: expected a policy`);
  }
  return JSON.stringify(KeyPolicy);
}

function tagsOf(properties: Properties): readonly KeyTag[] {
  const tags = Object.entries(properties['Tags'] ?? {});
  return [
    ...tags.map(([TagKey, value]) => ({ TagKey, TagValue: String(value) })),
    { TagKey: TAG, TagValue: textOf(properties, 'Alias') },
  ];
}

function keyIdOf({ KeyId }: DescribedKey): string {
  if (KeyId === undefined) throw new Error('KMS told no id of the key');
  return KeyId;
}

function attributesOf(key: DescribedKey): ResourceAttributes {
  if (key.Arn === undefined) throw new Error('KMS told no ARN of the key');
  return { KeyArn: key.Arn, KeyId: keyIdOf(key) };
}
