import { Template } from 'aws-cdk-lib/assertions';
import type { AccountConfig } from '../../../lib/config';
import { KeyMaterialStack } from '../../../lib/landing-zone/stacks/key-material-stack';
import { KeyStack } from '../../../lib/landing-zone/stacks/key-stack';
import { unacknowledged } from '../../support/compliance';
import { stageOf, topicOf } from './stage-of';

function build(account = 'e-services-prod', changes: Partial<AccountConfig> = {}): KeyStack {
  const { stage, context: unchanged } = stageOf(account);
  const context = { ...unchanged, account: { ...unchanged.account, ...changes } };
  return new KeyStack(stage, 'keys', context);
}

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

  test('tells before imported material ends', () => {
    const { stage, context } = stageOf('e-services-prod');
    const account = { ...context.account, importedKeys: ['data'] };
    const { ring } = new KeyStack(stage, 'keys', { ...context, account });
    const topic = topicOf(stage, ring.key('logs'));
    const stack = new KeyMaterialStack(stage, 'key-material', { ...context, account, keys: [ring.key('data')], topic });
    Template.fromStack(stack).resourceCountIs('AWS::CloudWatch::Alarm', 1);
    expect(unacknowledged(stack)).toEqual([]);
  });

  test.each(['management', 'network', 'e-services-prod'])('passes the rule packs in %s', (account) => {
    const stack = build(account);
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
