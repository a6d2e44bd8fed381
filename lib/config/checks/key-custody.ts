import { needsExternalKey } from '../../model';
import type { ProblemDraft } from '../problem';
import type { AccountConfig } from '../schema/account';
import type { KeyStoreConfig } from '../schema/key-store';
import type { Path } from '../source';
import type { Check } from './check';
import { twice } from './duplicates';
import { reference, type NamedAt } from './reference';

/** Keys whose material is imported, or stays in a key store, are keys of the account; none is both. */
export const checkKeyCustody: Check = (config) => [
  ...config.accounts.flatMap((account, index) => {
    const path = ['accounts', index];
    const keys = account.keys.map((name, at) => ({ name, path: [...path, 'keys', at] }));
    const imported = account.importedKeys.map((name, at) => ({ name, path: [...path, 'importedKeys', at] }));
    return [
      ...withoutKeyForLogs(account.keys, keys, path),
      ...imported.flatMap((key) => reference(key.path, key.name, 'a key of the account', keys)),
      ...storeProblems(account, { keys, imported }, path),
    ];
  }),
  ...twice(
    'key store',
    config.accounts.flatMap(({ keyStore }, index) =>
      keyStore ? [{ name: keyStore.id, path: ['accounts', index, 'keyStore', 'id'] }] : [],
    ),
  ),
];

interface KeysOfAccount {
  readonly keys: readonly NamedAt[];
  readonly imported: readonly NamedAt[];
}

function storeProblems(
  { keyStore, keys: purposes }: AccountConfig,
  { keys, imported }: KeysOfAccount,
  account: Path,
): readonly ProblemDraft[] {
  if (!keyStore) return [];
  const path = [...account, 'keyStore'];
  const stored = keyStore.keys.map(({ purpose }, at) => ({ name: purpose, path: [...path, 'keys', at, 'purpose'] }));
  const ofLogs = purposes.includes('logs') ? 'logs' : 'data';
  const listed = listedAt(keys, account);
  return [
    ...stored.flatMap((key) => reference(key.path, key.name, 'a key of the account', keys)),
    ...twice('key of the store', stored),
    ...stored.flatMap((key) => [...alsoImported(key, imported), ...underItself(key, ofLogs, listed)]),
    ...twice(
      'external key of the store',
      keyStore.keys.flatMap(({ externalKeyId: name }, at) =>
        name === undefined ? [] : [{ name, path: [...path, 'keys', at, 'externalKeyId'] }],
      ),
    ),
    ...keyStore.keys.flatMap((key, at) => externalProblems(keyStore.type, key, [...path, 'keys', at])),
  ];
}

/** Logs of the account come under the key for logs, or without one under that for data. */
function withoutKeyForLogs(
  purposes: readonly string[],
  keys: readonly NamedAt[],
  account: Path,
): readonly ProblemDraft[] {
  if (purposes.includes('logs') || purposes.includes('data')) return [];
  return [
    {
      path: [...account, 'keys'],
      message: 'the account has no key under which its logs come',
      expected: '`logs`, or `data` for both, among them',
      remedy: 'add `logs` to `keys`',
      dependsOn: listedAt(keys, account),
    },
  ];
}

/** Where the list of keys stands, and each of them: what says that one is absent rests on all. */
function listedAt(keys: readonly NamedAt[], account: Path): readonly Path[] {
  return [[...account, 'keys'], ...keys.map(({ path }) => path)];
}

function alsoImported({ name, path }: NamedAt, imported: readonly NamedAt[]): readonly ProblemDraft[] {
  const other = imported.find((key) => key.name === name);
  if (!other) return [];
  return [
    {
      path,
      message: `the material of the key for ${name} is to be imported, and to stay in the key store`,
      expected: 'one of the two',
      remedy: 'take it out of `importedKeys`, or out of the store',
      related: [other.path],
    },
  ];
}

/** The function that makes the keys of a store writes a log before there are any. */
function underItself({ name, path }: NamedAt, ofLogs: string, dependsOn: readonly Path[]): readonly ProblemDraft[] {
  if (name !== ofLogs) return [];
  return [
    {
      path,
      message: `the key for ${name} also encrypts the log of the function that makes the store’s keys, so it must be in KMS`,
      expected: 'a key for logs whose material is in KMS',
      remedy: name === 'logs' ? 'leave `logs` out of the store' : 'add `logs` to `keys`',
      dependsOn,
    },
  ];
}

function externalProblems(
  type: KeyStoreConfig['type'],
  { purpose, externalKeyId }: KeyStoreConfig['keys'][number],
  path: Path,
): readonly ProblemDraft[] {
  if (needsExternalKey(type) === (externalKeyId !== undefined)) return [];
  const message = `the key for ${purpose} ${externalKeyId === undefined ? 'names no' : 'names an'} external key`;
  if (needsExternalKey(type)) {
    return [
      {
        path,
        message,
        expected: 'the id of the key in the external key manager, as `externalKeyId`',
        remedy: 'make the key there, and name it',
      },
    ];
  }
  return [
    {
      path: [...path, 'externalKeyId'],
      message,
      expected: 'none: a CloudHSM key store makes the material itself',
      remedy: 'leave `externalKeyId` out',
    },
  ];
}
