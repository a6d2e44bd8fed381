import { Template } from 'aws-cdk-lib/assertions';
import { KeyStack } from '../../../lib/landing-zone/stacks/key-stack';
import { unacknowledged } from '../../support/compliance';
import { stageOf } from './stage-of';

function build(account = 'e-services-prod'): KeyStack {
  const { stage, context } = stageOf(account);
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

  test.each(['management', 'network', 'e-services-prod'])('passes the rule packs in %s', (account) => {
    const stack = build(account);
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
