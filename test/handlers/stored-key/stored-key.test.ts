import { storedKey, type DescribedKey, type StoredKeys } from '../../../lib/handlers/stored-key/stored-key';
import { answerOf, requestOf } from '../support/custom-resource';

const ALIAS = 'alias/e-services/data/confidential';
const STORE = 'cks-1234567890abcdef0';
const ARN = 'arn:aws:kms:ap-east-1:110000000011:key/made';
const PROPERTIES = {
  ServiceToken: 'arn',
  Alias: ALIAS,
  KeyStoreId: STORE,
  Origin: 'AWS_CLOUDHSM',
  Description: 'data of e-services, CONFIDENTIAL',
  KeyPolicy: { Statement: [] },
  Tags: { department: 'e-services' },
};
const MADE: DescribedKey = { Arn: ARN, KeyId: 'made', KeyState: 'Enabled', CustomKeyStoreId: STORE };
const SUCCESS = { Status: 'SUCCESS', PhysicalResourceId: ALIAS, Data: { KeyArn: ARN, KeyId: 'made' } };

interface World {
  /** Keys by alias or ARN. */
  readonly keys?: Readonly<Record<string, DescribedKey>>;
  readonly tagged?: readonly string[];
  readonly store?: { readonly type: string; readonly state: string } | undefined;
  /** Call that fails the first time. */
  readonly failing?: keyof StoredKeys;
}

/** A KMS in which keys are made, named and found again. */
function world({ keys = {}, tagged = [], failing, ...rest }: World = {}) {
  const calls: string[] = [];
  const created: object[] = [];
  const found = new Map(Object.entries(keys));
  const tags = [...tagged];
  let fails = failing;
  const call = (name: keyof StoredKeys, ...what: string[]) => {
    calls.push([name, ...what].join(' '));
    if (fails !== name) return;
    fails = undefined;
    throw new Error(`${name} was refused`);
  };
  const connected = { type: 'AWS_CLOUDHSM', state: 'CONNECTED' };
  const work = storedKey({
    find: async (id) => found.get(id),
    tagged: async () => tags,
    store: async () => ('store' in rest ? rest.store : connected),
    create: async (input) => {
      call('create');
      created.push(input);
      found.set(ARN, MADE);
      tags.push(ARN);
      return MADE;
    },
    name: async (alias, id) => {
      call('name', alias, id);
      found.set(alias, MADE);
    },
    setPolicy: async (id, policy) => call('setPolicy', id, policy),
    tag: async (id, list) => call('tag', id, ...list.map(({ TagKey, TagValue }) => `${TagKey}=${TagValue}`)),
    describe: async (id, text) => call('describe', id, text),
  });
  return { calls, created, work };
}

const create = requestOf('Create', PROPERTIES);

test('Create makes the key in the store, under its policy, and names it', async () => {
  const { calls, created, work } = world();
  expect(await answerOf(work, create)).toMatchObject(SUCCESS);
  expect(calls).toEqual(['create', `name ${ALIAS} made`]);
  expect(created).toEqual([
    {
      CustomKeyStoreId: STORE,
      Origin: 'AWS_CLOUDHSM',
      Description: 'data of e-services, CONFIDENTIAL',
      Policy: '{"Statement":[]}',
      Tags: [
        { TagKey: 'department', TagValue: 'e-services' },
        { TagKey: 'lionrock:stored-key', TagValue: ALIAS },
      ],
    },
  ]);
});

test('a key of an external store is the one that its manager knows', async () => {
  const { created, work } = world({ store: { type: 'EXTERNAL_KEY_STORE', state: 'CONNECTED' } });
  const properties = { ...PROPERTIES, Origin: 'EXTERNAL_KEY_STORE', ExternalKeyId: 'hsm-17' };
  expect(await answerOf(work, requestOf('Create', properties))).toMatchObject(SUCCESS);
  expect(created).toMatchObject([{ Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'hsm-17' }]);
});

function refused(why: string) {
  return { Status: 'FAILED', Reason: `Error: ${ALIAS} ${why}; choose another alias` };
}

test.each<[string, string | undefined, object]>([
  ['the same', 'hsm-17', SUCCESS],
  ['another', 'hsm-16', refused('is the external key hsm-16: expected hsm-17')],
  ['none', undefined, refused('is no external key: expected hsm-17')],
])('Update keeps the external key behind an alias: %s', async (_, Id, answer) => {
  const there = { ...MADE, XksKeyConfiguration: Id === undefined ? undefined : { Id } };
  const { calls, work } = world({ keys: { [ALIAS]: there } });
  const properties = { ...PROPERTIES, Origin: 'EXTERNAL_KEY_STORE', ExternalKeyId: 'hsm-17' };
  expect(await answerOf(work, requestOf('Update', properties, ALIAS))).toMatchObject(answer);
  expect(calls.length > 0).toBe(answer === SUCCESS);
});

test('Create called again makes no second key', async () => {
  const { calls, created, work } = world();
  await answerOf(work, create);
  expect(await answerOf(work, create)).toMatchObject(SUCCESS);
  expect(created).toHaveLength(1);
  expect(calls.filter((call) => call.startsWith('name '))).toHaveLength(1);
});

test('a run that broke off before the key had its name is gone on with', async () => {
  const { created, work } = world({ failing: 'name' });
  expect(await answerOf(work, create)).toMatchObject({ Status: 'FAILED', Reason: 'Error: name was refused' });
  expect(await answerOf(work, create)).toMatchObject(SUCCESS);
  expect(created).toHaveLength(1);
});

test('Update gives the key its policy, tags and description, and leaves the material', async () => {
  const { calls, work } = world({ keys: { [ALIAS]: MADE } });
  expect(await answerOf(work, requestOf('Update', PROPERTIES, ALIAS))).toMatchObject(SUCCESS);
  expect(calls).toEqual([
    'setPolicy made {"Statement":[]}',
    `tag made department=e-services lionrock:stored-key=${ALIAS}`,
    'describe made data of e-services, CONFIDENTIAL',
  ]);
});

test('an update that KMS refuses is told, and goes through when it is tried again', async () => {
  const { work } = world({ keys: { [ALIAS]: MADE }, failing: 'setPolicy' });
  const update = requestOf('Update', PROPERTIES, ALIAS);
  expect(await answerOf(work, update)).toMatchObject({ Status: 'FAILED', Reason: 'Error: setPolicy was refused' });
  expect(await answerOf(work, update)).toMatchObject(SUCCESS);
});

test('Delete leaves the key, and what was encrypted under it', async () => {
  const { calls, work } = world({ keys: { [ALIAS]: MADE } });
  expect(await answerOf(work, requestOf('Delete', PROPERTIES, ALIAS))).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: ALIAS,
  });
  expect(calls).toEqual([]);
});

test.each<[string, World, RegExp]>([
  ['a store that does not exist', { store: undefined }, /there is no key store cks-1234567890abcdef0/],
  [
    'a store that is not connected, which it leaves to people',
    { store: { type: 'AWS_CLOUDHSM', state: 'DISCONNECTED' } },
    /is DISCONNECTED: expected CONNECTED; connect it/,
  ],
  [
    'a store of another type',
    { store: { type: 'EXTERNAL_KEY_STORE', state: 'CONNECTED' } },
    /of type EXTERNAL_KEY_STORE: expected AWS_CLOUDHSM/,
  ],
  [
    'an alias that a key of KMS has',
    { keys: { [ALIAS]: { Arn: ARN, KeyId: 'other', KeyState: 'Enabled' } } },
    /is a key in no key store: expected one in cks-1234567890abcdef0/,
  ],
  [
    'a key that is to be deleted',
    { keys: { [ALIAS]: { ...MADE, KeyState: 'PendingDeletion' } } },
    /is to be deleted: cancel that/,
  ],
])('refuses %s, and makes nothing', async (_, state, reason) => {
  const { created, work } = world(state);
  expect(await answerOf(work, create)).toMatchObject({ Status: 'FAILED', Reason: expect.stringMatching(reason) });
  expect(created).toEqual([]);
});

test('a key that bears its tag and is to be deleted is not taken up again', async () => {
  const gone = { ...MADE, Arn: 'arn:gone', KeyState: 'PendingDeletion' };
  const { created, work } = world({ keys: { 'arn:gone': gone }, tagged: ['arn:gone'] });
  expect(await answerOf(work, create)).toMatchObject(SUCCESS);
  expect(created).toHaveLength(1);
});

test('a key that bears its tag in another store is refused before it is named', async () => {
  const elsewhere = { ...MADE, CustomKeyStoreId: 'cks-00000000000000000' };
  const { calls, work } = world({ keys: { [ARN]: elsewhere }, tagged: [ARN] });
  const Reason = expect.stringMatching(/is a key in cks-0{17}: expected one in cks-1234567890abcdef0/);
  expect(await answerOf(work, create)).toMatchObject({ Status: 'FAILED', Reason });
  expect(calls).toEqual([]);
});
