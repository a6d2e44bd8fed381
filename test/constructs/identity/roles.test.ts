import { Match } from 'aws-cdk-lib/assertions';
import { AuditRole, BreakGlassRole, KeyAdministratorRole } from '../../../constructs/identity';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack, testTopic } from '../detection/test-stack';

const OPERATOR = 'arn:aws:iam::110000000001:role/operators';

function breakGlass(trustedPrincipals: readonly string[] = [OPERATOR]) {
  const stack = testStack();
  new BreakGlassRole(stack, 'BreakGlass', {
    roleName: 'hk-government-break-glass',
    trustedPrincipals,
    topic: testTopic(stack).topic,
  });
  return stack;
}

const trust = (statement: object) => ({ AssumeRolePolicyDocument: { Statement: [Match.objectLike(statement)] } });

describe('BreakGlassRole', () => {
  test('asks for a second factor of this hour and lasts an hour', () => {
    expectTemplate(breakGlass()).hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'hk-government-break-glass',
      MaxSessionDuration: 3600,
      ...trust({
        Principal: { AWS: OPERATOR },
        Condition: {
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          NumericLessThanEquals: { 'aws:MultiFactorAuthAge': '3600' },
        },
      }),
    });
  });

  test('reports both that it is assumed and what it does', () => {
    const roleArn = {
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':role/hk-government-break-glass'],
      ],
    };
    expectTemplate(breakGlass()).hasResourceProperties('AWS::Events::Rule', {
      State: 'ENABLED',
      EventPattern: {
        detail: {
          $or: [
            { eventName: ['AssumeRole'], requestParameters: { roleArn: [roleArn] } },
            { userIdentity: { sessionContext: { sessionIssuer: { arn: [roleArn] } } } },
          ],
        },
      },
      Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('^AlertsTopic') }, RoleArn: Match.anyValue() })],
    });
  });

  test.each([['*'], ['arn:aws:iam::*:root'], ['110000000001'], ['arn:aws:iam::110000000001:role/*']])(
    'refuses to trust %s',
    (principal) => {
      expect(() => breakGlass([principal])).toThrow(
        /\[Test\/BreakGlass\] found trusted principals \[.*\]: expected ARNs/,
      );
    },
  );

  test('refuses to trust nobody', () => {
    expect(() => breakGlass([])).toThrow(/found trusted principals \[\]/);
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(breakGlass())).toEqual([]);
  });
});

function administrator() {
  const stack = testStack();
  new KeyAdministratorRole(stack, 'KeyAdministrator', {
    roleName: 'hk-government-key-administrator',
    trustedPrincipals: ['arn:aws:iam::110000000001:root'],
  });
  return stack;
}

describe('KeyAdministratorRole', () => {
  test('administers keys but neither uses nor destroys them', () => {
    expectTemplate(administrator()).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({
            Effect: 'Allow',
            Action: ['kms:CreateKey', 'kms:ListAliases', 'kms:ListKeys'],
            Resource: '*',
          }),
          Match.objectLike({
            Effect: 'Allow',
            Action: Match.arrayWith(['kms:PutKeyPolicy']),
            Resource: Match.not('*'),
          }),
          Match.objectLike({
            Effect: 'Deny',
            Action: [
              'kms:CreateGrant',
              'kms:Decrypt',
              'kms:DeleteImportedKeyMaterial',
              'kms:DeriveSharedSecret',
              'kms:DisableKey',
              'kms:Encrypt',
              'kms:GenerateDataKey*',
              'kms:GenerateMac',
              'kms:ReEncrypt*',
              'kms:ScheduleKeyDeletion',
              'kms:Sign',
            ],
            Resource: '*',
          }),
        ],
      },
    });
  });

  test('asks for a second factor and lasts an hour', () => {
    expectTemplate(administrator()).hasResourceProperties('AWS::IAM::Role', {
      MaxSessionDuration: 3600,
      ...trust({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    });
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(administrator())).toEqual([]);
  });
});

function auditor(props: { organizationId?: string; externalId?: string; auditAccountId?: string }) {
  const stack = testStack();
  new AuditRole(stack, 'Audit', { roleName: 'hk-government-audit', auditAccountId: '110000000003', ...props });
  return stack;
}

describe('AuditRole', () => {
  test.each([
    ['organisation', { organizationId: 'o-hkgov12345' }, { 'aws:PrincipalOrgID': 'o-hkgov12345' }],
    ['external id', { externalId: 'sealed-envelope-7' }, { 'sts:ExternalId': 'sealed-envelope-7' }],
  ])('admits the audit account by %s', (_case, props, condition) => {
    expectTemplate(auditor(props)).hasResourceProperties('AWS::IAM::Role', {
      MaxSessionDuration: 3600,
      ...trust({
        Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::110000000003:root']] } },
        Condition: { StringEquals: condition },
      }),
    });
  });

  test('reads configuration, not content', () => {
    expectTemplate(auditor({ organizationId: 'o-hkgov12345' })).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Sid: 'NoContent',
            Effect: 'Deny',
            Action: Match.arrayWith(['kms:Decrypt', 's3:GetObject', 'secretsmanager:GetSecretValue']),
            Resource: '*',
          },
        ],
      },
    });
  });

  test.each([
    ['no condition at all', {}, /found neither organizationId nor externalId/],
    [
      'a malformed account',
      { auditAccountId: 'audit', externalId: 'sealed-envelope-7' },
      /found auditAccountId "audit"/,
    ],
    ['a malformed organisation', { organizationId: 'org' }, /found organizationId "org"/],
    ['a short secret', { externalId: 'abc' }, /found an externalId of 3 characters/],
  ])('refuses %s', (_case, props, message) => {
    expect(() => auditor(props)).toThrow(message);
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(auditor({ organizationId: 'o-hkgov12345' }))).toEqual([]);
  });
});
