import { passwordPolicy } from '../../../lib/handlers/account-password-policy/password-policy';
import { customResource } from '../../../lib/handlers/custom-resource';
import { answersTo, requestOf } from '../support/custom-resource';

const PROPERTIES = { ServiceToken: 'arn', MinimumPasswordLength: '14', RequireSymbols: 'true', HardExpiry: 'false' };

function build(calls: object[], failing?: Error) {
  const iam = {
    updateAccountPasswordPolicy: async (input: object) => {
      calls.push(input);
      if (failing) throw failing;
    },
  };
  return passwordPolicy(iam);
}

describe('the password policy of an account', () => {
  test.each(['Create', 'Update'] as const)(
    '%s sets what the properties ask, in the types that IAM takes',
    async (type) => {
      const calls: object[] = [];
      const answers = answersTo();
      await customResource(build(calls), answers.ways)(requestOf(type, PROPERTIES), answers.run);
      expect(calls).toEqual([{ MinimumPasswordLength: 14, RequireSymbols: true, HardExpiry: false }]);
      expect(answers.sent).toEqual([
        expect.objectContaining({ Status: 'SUCCESS', PhysicalResourceId: 'account-password-policy' }),
      ]);
    },
  );

  test('the same request twice comes to the same end', async () => {
    const calls: object[] = [];
    const answers = answersTo();
    const handler = customResource(build(calls), answers.ways);
    await handler(requestOf('Create', PROPERTIES), answers.run);
    await handler(requestOf('Create', PROPERTIES), answers.run);
    expect(calls[0]).toEqual(calls[1]);
    expect(answers.sent[0]).toEqual(answers.sent[1]);
  });

  test('Delete leaves the policy where it is', async () => {
    const calls: object[] = [];
    const answers = answersTo();
    await customResource(build(calls), answers.ways)(
      requestOf('Delete', PROPERTIES, 'account-password-policy'),
      answers.run,
    );
    expect(calls).toEqual([]);
    expect(answers.sent[0]).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'account-password-policy' });
  });

  test('a failure of IAM is told, with the id that CloudFormation knows', async () => {
    const answers = answersTo();
    const handler = customResource(build([], new Error('AccessDenied')), answers.ways);
    await handler(requestOf('Update', PROPERTIES, 'account-password-policy'), answers.run);
    expect(answers.sent).toEqual([
      expect.objectContaining({
        Status: 'FAILED',
        Reason: 'Error: AccessDenied',
        PhysicalResourceId: 'account-password-policy',
      }),
    ]);
  });

  test.each([
    [{ MinimumPasswordLength: 'many' }, 'found MinimumPasswordLength "many": expected a whole number'],
    [{ RequireSymbols: 'yes' }, 'found RequireSymbols "yes": expected true or false'],
  ])('refuses %j before IAM is called', async (properties, reason) => {
    const calls: object[] = [];
    const answers = answersTo();
    await customResource(build(calls), answers.ways)(requestOf('Create', properties), answers.run);
    expect(calls).toEqual([]);
    expect(answers.sent[0]).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(reason) });
  });
});
