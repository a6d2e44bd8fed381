import { changeCases, type Change } from '../support/change';

const STORE = 'cks-1234567890abcdef0';

/** The account of the portal with other keys. */
const keys = (text: string): Change => [
  '    systemTier: 2\n    holds:\n      classification: UNCLASSIFIED # portal',
  `    ${text}\n    systemTier: 2\n    holds:\n      classification: UNCLASSIFIED # portal`,
];
const store = (type: string, list: string) => `keyStore: { id: ${STORE}, type: ${type}, keys: [${list}] }`;

describe('custody of keys', () => {
  changeCases('keys', [
    { name: 'a key in a CloudHSM key store', changes: [keys(store('cloudhsm', '{ purpose: data }'))], problems: [] },
    {
      name: 'keys in an external key store',
      changes: [
        keys(store('external', '{ purpose: data, externalKeyId: hsm-1 }, { purpose: secrets, externalKeyId: hsm-2 }')),
      ],
      problems: [],
    },
    {
      name: 'purposes that the account does not have',
      changes: [keys(`importedKeys: [dta]\n    ${store('cloudhsm', '{ purpose: secret }')}`)],
      problems: [
        {
          path: 'accounts[4].importedKeys[0]',
          on: 'importedKeys: [dta]',
          message: 'there is no key of the account named "dta": did you mean "data"?',
          remedy: 'write "data"',
        },
        {
          path: 'accounts[4].keyStore.keys[0].purpose',
          on: 'purpose: secret',
          message: 'there is no key of the account named "secret": did you mean "secrets"?',
          remedy: 'write "secrets"',
        },
      ],
    },
    {
      name: 'a key that is imported and in the store',
      changes: [keys(`importedKeys: [data]\n    ${store('cloudhsm', '{ purpose: data }')}`)],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[0].purpose',
          on: 'keyStore',
          message: 'the material of the key for data is to be imported, and to stay in the key store',
          remedy: 'take it out of `importedKeys`, or out of the store',
          related: ['accounts[4].importedKeys[0]'],
        },
      ],
    },
    {
      name: 'the key for logs in the store',
      changes: [keys(store('cloudhsm', '{ purpose: logs }'))],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[0].purpose',
          on: 'keyStore',
          message:
            'the key for logs also encrypts the log of the function that makes the store’s keys, so it must be in KMS',
          remedy: 'leave `logs` out of the store',
        },
      ],
    },
    {
      name: 'the only key in the store',
      changes: [keys(`keys: [data]\n    ${store('cloudhsm', '{ purpose: data }')}`)],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[0].purpose',
          on: 'keyStore',
          message:
            'the key for data also encrypts the log of the function that makes the store’s keys, so it must be in KMS',
          remedy: 'add `logs` to `keys`',
        },
      ],
    },
    {
      name: 'the only key in the store, beside one that cannot be read',
      changes: [keys(`keys: [data, LOGS]\n    ${store('cloudhsm', '{ purpose: data }')}`)],
      problems: [{ path: 'accounts[4].keys[1]', on: 'keys: [data, LOGS]', message: /./, remedy: /./ }],
    },
    {
      name: 'no key for logs, nor one for data in its place',
      changes: [keys(`keys: [secrets]\n    ${store('cloudhsm', '{ purpose: secrets }')}`)],
      problems: [
        {
          path: 'accounts[4].keys',
          on: 'keys: [secrets]',
          message: 'the account has no key under which its logs come',
          expected: '`logs`, or `data` for both, among them',
          remedy: 'add `logs` to `keys`',
        },
      ],
    },
    {
      name: 'no key for logs and no key store either',
      changes: [keys('keys: [secrets]')],
      problems: [
        {
          path: 'accounts[4].keys',
          on: 'keys: [secrets]',
          message: 'the account has no key under which its logs come',
          remedy: 'add `logs` to `keys`',
        },
      ],
    },
    {
      name: 'a key twice, and an external key behind two',
      changes: [
        keys(
          store(
            'external',
            '{ purpose: data, externalKeyId: a }, { purpose: data, externalKeyId: b }, { purpose: secrets, externalKeyId: a }',
          ),
        ),
      ],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[1].purpose',
          on: 'keyStore',
          message: 'key of the store "data" is used twice',
          remedy: 'change one of the two',
        },
        {
          path: 'accounts[4].keyStore.keys[2].externalKeyId',
          on: 'keyStore',
          message: 'external key of the store "a" is used twice',
          remedy: 'change one of the two',
        },
      ],
    },
    {
      name: 'an external key store without external keys',
      changes: [keys(store('external', '{ purpose: data }'))],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[0]',
          on: 'keyStore',
          message: 'the key for data names no external key',
          remedy: 'make the key there, and name it',
        },
      ],
    },
    {
      name: 'an external key in CloudHSM',
      changes: [keys(store('cloudhsm', '{ purpose: data, externalKeyId: hsm-1 }'))],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[0].externalKeyId',
          on: 'keyStore',
          message: 'the key for data names an external key',
          remedy: 'leave `externalKeyId` out',
        },
      ],
    },
    {
      name: 'one store in two accounts',
      changes: [
        keys(store('cloudhsm', '{ purpose: data }')),
        ['- name: log-archive\n', `- name: log-archive\n    ${store('cloudhsm', '{ purpose: data }')}\n`],
      ],
      problems: [
        {
          path: 'accounts[4].keyStore.id',
          on: 'keyStore',
          message: `key store "${STORE}" is used twice`,
          remedy: 'change one of the two',
          related: ['accounts[1].keyStore.id'],
        },
      ],
    },
    {
      name: 'aliases of their own, one of them the usual one of a key that has another',
      changes: [
        keys(
          store(
            'cloudhsm',
            '{ purpose: data, alias: alias/data-2 }, { purpose: secrets, alias: alias/portal/data/unclassified }',
          ),
        ),
      ],
      problems: [],
    },
    {
      name: 'an alias twice, and the usual one of another key',
      changes: [
        keys(
          `keys: [data, logs, secrets, cases]\n    ${store(
            'cloudhsm',
            '{ purpose: data, alias: alias/a }, { purpose: secrets, alias: alias/a }, { purpose: cases, alias: alias/portal/logs/unclassified }',
          )}`,
        ),
      ],
      problems: [
        {
          path: 'accounts[4].keyStore.keys[1].alias',
          on: 'keyStore',
          message: 'alias of a key "alias/a" is used twice',
          remedy: 'change one of the two',
          related: ['accounts[4].keyStore.keys[0].alias'],
        },
        {
          path: 'accounts[4].keyStore.keys[2].alias',
          on: 'keyStore',
          message: 'alias of a key "alias/portal/logs/unclassified" is used twice',
          remedy: 'change one of the two',
          related: ['accounts[4].keys[1]'],
        },
      ],
    },
    {
      name: 'aliases that KMS does not take',
      changes: [
        keys(store('cloudhsm', '{ purpose: data, alias: data-2 }, { purpose: secrets, alias: alias/aws/secrets }')),
      ],
      problems: ['0', '1'].map((at) => ({
        path: `accounts[4].keyStore.keys[${at}].alias`,
        on: 'keyStore',
        message: /./,
        remedy: /./,
        expected: /alias\/NAME of letters, digits, .* not below alias\/aws\//,
      })),
    },
    {
      name: 'an id that is none of a store',
      changes: [keys('keyStore: { id: hsm, type: cloudhsm, keys: [{ purpose: data }] }')],
      problems: [
        {
          path: 'accounts[4].keyStore.id',
          on: 'keyStore',
          message: /./,
          remedy: /./,
          expected: /cks- and 17 digits/,
        },
      ],
    },
  ]);
});
