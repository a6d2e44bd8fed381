import { Template } from 'aws-cdk-lib/assertions';
import type { AccountConfig } from '../../../lib/config';
import { keyFor } from '../../../lib/landing-zone/key-for';
import { KeyMaterialStack } from '../../../lib/landing-zone/stacks/key-material-stack';
import { KeyStack } from '../../../lib/landing-zone/stacks/key-stack';
import { unacknowledged } from '../../support/compliance';
import { stageOf, topicOf } from './stage-of';

function build(account = 'e-services-prod', changes: Partial<AccountConfig> = {}): KeyStack {
  const { stage, context: unchanged } = stageOf(account);
  const context = { ...unchanged, account: { ...unchanged.account, ...changes } };
  return new KeyStack(stage, 'keys', context);
}

const STORE = 'cks-1234567890abcdef0';

/** Key policies as text, in which names can be looked for. */
const policies = (stack: KeyStack) =>
  Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key')).map((key) =>
    JSON.stringify(key['Properties'].KeyPolicy),
  );

describe('KeyStack', () => {
  test('has a key for each purpose of the account, under the department’s name', () => {
    const stack = build();
    const aliases = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Alias'));
    expect(aliases.map((alias) => alias['Properties'].AliasName)).toEqual(
      ['data', 'logs', 'secrets'].map((purpose) => `alias/e-services/${purpose}/unclassified`),
    );
    expect(stack.ring.purposes).toEqual(['data', 'logs', 'secrets']);
  });

  test('is in the custody of the roles that every account has', () => {
    for (const policy of policies(build())) {
      for (const role of ['small-key-administrator', 'small-break-glass', 'small-audit']) {
        expect(policy).toContain(`role/${role}`);
      }
    }
  });

  test('can be used for log groups and alerts of the account', () => {
    for (const policy of policies(build())) {
      expect(policy).toMatch(/logs\.ap-east-1.*kms:EncryptionContext:aws:logs:arn/);
      expect(policy).toMatch(/cloudwatch\.amazonaws\.com/);
    }
  });

  test('has keys that sign, make codes and wait for material, as the config says', () => {
    const { ring } = build('e-services-prod', {
      signingKeys: ['licences'],
      macKeys: ['tokens'],
      importedKeys: ['data'],
    });
    expect(ring.all.map(({ purpose, use, isImported }) => [purpose, use, isImported])).toEqual([
      ['data', 'encryption', true],
      ['logs', 'encryption', false],
      ['secrets', 'encryption', false],
      ['licences', 'signing', false],
      ['tokens', 'mac', false],
    ]);
  });

  test.each([
    ['RESTRICTED', false],
    ['CONFIDENTIAL', true],
  ])('%s data is under material of the department’s own: %s', (classification, imported) => {
    const holds = { classification, personalData: false, description: 'Case files' };
    expect(build('e-services-prod', { holds }).ring.key('data').isImported).toBe(imported);
  });

  /** The keys of an account, and the stack that tells of what the department holds itself. */
  function withMaterial(changes: Partial<AccountConfig>) {
    const { stage, context: unchanged } = stageOf('e-services-prod');
    const context = { ...unchanged, account: { ...unchanged.account, ...changes } };
    const keys = new KeyStack(stage, 'keys', context);
    const topic = topicOf(stage, keys.ring.key('logs'));
    return { keys, material: new KeyMaterialStack(stage, 'key-material', { ...context, keys, topic }) };
  }

  test('tells before imported material ends', () => {
    const { material } = withMaterial({ importedKeys: ['data'] });
    Template.fromStack(material).resourceCountIs('AWS::CloudWatch::Alarm', 1);
    Template.fromStack(material).resourceCountIs('AWS::Events::Rule', 1);
    expect(unacknowledged(material)).toEqual([]);
  });

  test('has keys in the key store of the department, which everything that needs one gets', () => {
    const { keys, material } = withMaterial({
      keyStore: {
        id: STORE,
        type: 'external',
        keys: [
          { purpose: 'data', externalKeyId: 'hsm-17' },
          { purpose: 'secrets', externalKeyId: 'hsm-18' },
        ],
      },
    });
    expect(keys.ring.purposes).toEqual(['logs']);
    for (const purpose of ['data', 'secrets'] as const) {
      expect(keyFor(keys, purpose)).toBe(keys.stored.get(purpose)?.key);
    }
    const made = Object.values(Template.fromStack(keys).findResources('Custom::LionrockStoredKey'));
    expect(
      made.map(({ Properties: { Alias, ExternalKeyId, KeyStoreId } }) => [Alias, ExternalKeyId, KeyStoreId]),
    ).toEqual([
      ['alias/e-services/data/unclassified', 'hsm-17', STORE],
      ['alias/e-services/secrets/unclassified', 'hsm-18', STORE],
    ]);
    for (const { Properties } of made) {
      expect(JSON.stringify(Properties.KeyPolicy)).toMatch(
        /logs\.ap-east-1.*events\.amazonaws\.com.*cloudwatch\.amazonaws\.com/,
      );
    }
    expect(unacknowledged(keys)).toEqual([]);
    Template.fromStack(material).resourceCountIs('AWS::Events::Rule', 2);
    expect(unacknowledged(material)).toEqual([]);
  });

  test('gives a key of the store the alias that the config names', () => {
    const alias = 'alias/e-services/data/unclassified-2';
    const { keys } = withMaterial({
      keyStore: { id: STORE, type: 'cloudhsm', keys: [{ purpose: 'data', alias }, { purpose: 'secrets' }] },
    });
    const made = Object.values(Template.fromStack(keys).findResources('Custom::LionrockStoredKey'));
    expect(made.map(({ Properties }) => Properties.Alias)).toEqual([alias, 'alias/e-services/secrets/unclassified']);
  });

  const inStore = { id: STORE, type: 'cloudhsm', keys: [{ purpose: 'secrets' }] } as const;
  test.each<[string, Partial<AccountConfig>]>([
    ['Ends of imported key material', { importedKeys: ['data'] }],
    ['Alarms on the key store', { keyStore: { ...inStore, keys: [...inStore.keys] } }],
    [
      'Alarms on the key store and ends of imported key material',
      { importedKeys: ['data'], keyStore: { ...inStore, keys: [...inStore.keys] } },
    ],
  ])('says of the stack of what the department holds: %s', (what, changes) => {
    expect(withMaterial(changes).material.templateOptions.description).toBe(`${what} of e-services-prod`);
  });

  test('CONFIDENTIAL data in the key store has no material to import', () => {
    const holds = { classification: 'CONFIDENTIAL', personalData: false, description: 'Case files' };
    const { keys } = withMaterial({ holds, keyStore: { id: STORE, type: 'cloudhsm', keys: [{ purpose: 'data' }] } });
    expect(keys.ring.all.map(({ purpose, isImported }) => [purpose, isImported])).toEqual([
      ['logs', false],
      ['secrets', false],
    ]);
    expect([...keys.stored.keys()]).toEqual(['data']);
  });

  test.each(['management', 'network', 'e-services-prod'])('passes the rule packs in %s', (account) => {
    const stack = build(account);
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
