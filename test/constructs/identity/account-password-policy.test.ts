import { Match } from 'aws-cdk-lib/assertions';
import { AccountPasswordPolicy } from '../../../constructs/identity';
import { DelegatedAdministration } from '../../../constructs/organization';
import { profileById } from '../../../lib/profiles';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testKey, testStack } from '../detection/test-stack';

const PROFILE = profileById('hk-s17');

function build(props: object = {}) {
  const stack = testStack();
  const shared = { name: 'government', encryptionKey: testKey(stack), profile: PROFILE };
  new AccountPasswordPolicy(stack, 'Passwords', { ...shared, ...props });
  new DelegatedAdministration(stack, 'Delegation', { ...shared, accountId: '110000000003' });
  return stack;
}

const stack = build();

describe('custom resources of an account', () => {
  test('may call what they are for, and nothing else', () => {
    const policies = expectTemplate(stack).findResources('AWS::IAM::ManagedPolicy');
    const work = Object.values(policies).map(({ Properties }) => Properties.PolicyDocument.Statement[0].Action);
    expect(work).toContainEqual('iam:UpdateAccountPasswordPolicy');
    expect(work.flat()).not.toContain('iam:*');
    expect(work.flat().filter((action: string) => action.includes('*'))).toEqual([]);
  });

  test('hold their code in the template, end in time, and log under a customer key', () => {
    const template = expectTemplate(stack);
    template.allResourcesProperties('AWS::Lambda::Function', {
      Code: { ZipFile: Match.stringLikeRegexp('@aws-sdk/client-') },
      Timeout: 60,
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: Match.anyValue() });
    template.hasResourceProperties('Custom::LionrockPasswordPolicy', {
      MinimumPasswordLength: 14,
      MaxPasswordAge: 180,
      RequireSymbols: true,
      ServiceTimeout: '300',
    });
    template.hasResourceProperties('Custom::LionrockDelegatedAdministration', { AccountId: '110000000003' });
    expect(unacknowledged(stack)).toEqual([]);
  });

  test.each([
    [{ minimumLength: 7 }, /found minimumLength 7: expected a whole number from 8 to 128/],
    [{ maximumAgeDays: 365 }, /found maximumAgeDays 365/],
    [{ remembered: 4 }, /found remembered 4/],
  ])('refuse what is weaker than G3 asks: %j', (props, message) => expect(() => build(props)).toThrow(message));
});
