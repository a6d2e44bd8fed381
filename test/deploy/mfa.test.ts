import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import type { LoadedConfig } from '../../lib/config';
import { AwsSession } from '../../lib/deploy';
import { checkMfa, mfaReason } from '../../lib/deploy/preflight/check-mfa';
import { parseArn } from '../../lib/model';
import { profileById } from '../../lib/profiles';

const iam = mockClient(IAMClient);
beforeEach(() => iam.reset());

function loaded(profile: string, ...levels: string[]) {
  const accounts = levels.map((classification, index) => ({ name: `account-${index}`, holds: { classification } }));
  return { config: { accounts }, profile: profileById(profile) } as unknown as LoadedConfig;
}

describe('who must sign in with MFA', () => {
  it.each([
    ['hk-s17', ['UNCLASSIFIED', 'RESTRICTED'], undefined],
    ['hk-s17', ['UNCLASSIFIED', 'CONFIDENTIAL'], 'account-1 holds CONFIDENTIAL (G3 11.1(c), 11.4(a))'],
    ['de-c5', ['anything'], undefined],
  ])('under %s with %j', (profile, levels, reason) => {
    expect(mfaReason(loaded(profile, ...levels))).toBe(reason);
  });
});

const REASON = 'records holds CONFIDENTIAL';
const allow = (Principal: object | string, Condition?: object) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal,
  ...(Condition ? { Condition } : {}),
});
const PERSON = { AWS: 'arn:aws:iam::200000000001:root' };
const WITH_MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

async function check(resource: string, ...statements: object[]) {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const Role = { RoleName: 'Deploy', AssumeRolePolicyDocument: encodeURIComponent(document) };
  iam.on(GetRoleCommand).resolves({ Role: Role as never });
  const caller = parseArn(`arn:aws:sts::200000000001:${resource}`);
  const session = new AwsSession({ env: {}, region: 'ap-east-1' });
  return caller ? checkMfa(session, caller, REASON) : undefined;
}

describe('a role that people take', () => {
  it.each([
    ['asks for it', [allow(PERSON, WITH_MFA)], 'ok'],
    ['is taken by a pipeline alone', [allow({ Federated: 'arn:aws:iam::200000000001:oidc-provider/x' })], 'ok'],
    ['is taken by a service alone', [allow({ Service: 'codebuild.amazonaws.com' })], 'ok'],
    ['does not ask for it', [allow(PERSON)], 'fail'],
    ['asks only who says something', [allow(PERSON, { BoolIfExists: WITH_MFA.Bool })], 'fail'],
    ['asks in one statement of two', [allow(PERSON, WITH_MFA), allow('*')], 'fail'],
  ])('%s', async (_, statements, state) => {
    expect(await check('assumed-role/Deploy/me', ...statements)).toMatchObject({
      id: 'mfa',
      state,
      expected: `MFA, for ${REASON}`,
    });
  });

  it('of IAM Identity Center does not tell', async () => {
    expect(await check('assumed-role/AWSReservedSSO_Deploy_1/me')).toMatchObject({ state: 'note' });
    expect(iam.calls()).toHaveLength(0);
  });

  it('that cannot be looked at is unknown, as is a user', async () => {
    iam.on(GetRoleCommand).rejects(new Error('no'));
    const caller = parseArn('arn:aws:sts::200000000001:assumed-role/Deploy/me');
    const session = new AwsSession({ env: {}, region: 'ap-east-1' });
    expect(caller && (await checkMfa(session, caller, REASON))).toMatchObject({ state: 'unknown', found: 'no' });
    expect(await check('user/ops')).toMatchObject({ state: 'unknown' });
  });
});
