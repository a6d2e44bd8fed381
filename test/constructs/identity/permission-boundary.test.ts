import { aws_iam as iam, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { PermissionBoundary } from '../../../constructs/identity';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from '../detection/test-stack';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action?: string | string[];
  readonly NotAction?: string[];
  readonly Resource: unknown;
  readonly Condition?: object;
}

const NAMES = ['hk-government-*', 'cdk-hnb659fds-*', 'e-services-prod-*'];

function bounded(protectedNames: readonly string[] = NAMES): { stack: Stack; boundary: PermissionBoundary } {
  const stack = testStack();
  const boundary = new PermissionBoundary(stack, 'Boundary', { policyName: 'hk-government-boundary', protectedNames });
  return { stack, boundary };
}

function statement(sid: string, protectedNames = NAMES): Statement | undefined {
  const template = expectTemplate(bounded(protectedNames).stack);
  const policy = Object.values(template.findResources('AWS::IAM::ManagedPolicy'))[0];
  const statements: Statement[] = policy?.['Properties'].PolicyDocument.Statement;
  return statements.find((candidate) => candidate.Sid === sid);
}

const arn = (resource: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:${resource}`]],
});

describe('PermissionBoundary', () => {
  test('leaves identities, the organisation and single sign-on to the centre', () => {
    expect(statement('Services')).toMatchObject({
      Effect: 'Allow',
      NotAction: expect.arrayContaining(['iam:*', 'organizations:*', 'account:*', 'sso:*']),
    });
  });

  test.each(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'])(
    'allows %s only on roles under the same boundary',
    (action) => {
      const bound = statement('BoundRolesOnly');
      expect(bound?.Action).toContain(action);
      expect(bound?.Condition).toEqual({
        StringEquals: { 'iam:PermissionsBoundary': arn('policy/hk-government-boundary') },
      });
      expect(statement('RoleUpkeep')?.Action).not.toContain(action);
    },
  );

  test.each([
    ['KeepBoundaries', 'iam:DeleteRolePermissionsBoundary'],
    ['NoUsers', 'iam:CreateUser'],
    ['NoUsers', 'iam:CreateAccessKey'],
    ['KeepTheRecord', 'cloudtrail:StopLogging'],
    ['KeepTheRecord', 'config:StopConfigurationRecorder'],
    ['KeepDetection', 'guardduty:DeleteDetector'],
    ['KeepDetection', 'securityhub:DisableSecurityHub'],
    ['KeepKeysAndBackups', 'kms:ScheduleKeyDeletion'],
    ['KeepKeysAndBackups', 'backup:DeleteRecoveryPoint'],
  ])('%s denies %s everywhere', (sid, action) => {
    const denied = statement(sid);
    expect(denied).toMatchObject({ Effect: 'Deny', Resource: '*' });
    expect(denied).not.toHaveProperty('Condition');
    expect(denied?.Action).toContain(action);
  });

  test('denies changing the boundary and the platform’s policies', () => {
    expect(statement('KeepPolicies')).toMatchObject({
      Effect: 'Deny',
      Action: expect.arrayContaining(['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion', 'iam:DeletePolicy']),
      Resource: ['hk-government-boundary', ...NAMES].map((name) => arn(`policy/${name}`)),
    });
  });

  test('denies changing, passing and assuming the platform’s roles', () => {
    expect(statement('KeepRoles')).toMatchObject({
      Effect: 'Deny',
      Action: expect.arrayContaining(['iam:UpdateAssumeRolePolicy', 'iam:PassRole', 'sts:AssumeRole']),
      Resource: NAMES.map((name) => arn(`role/${name}`)),
    });
    expect(statement('KeepRoles', [])).toBeUndefined();
  });

  test('can be set on every role of an app', () => {
    const { stack, boundary } = bounded();
    boundary.applyTo(stack);
    new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    new lambda.Function(stack, 'Function', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {}'),
    });
    expectTemplate(stack).allResourcesProperties('AWS::IAM::Role', {
      PermissionsBoundary: { Ref: Match.stringLikeRegexp('^BoundaryPolicy') },
    });
  });

  test('refuses names that match nearly everything', () => {
    expect(() => bounded(['*'])).toThrow(/\[Test\/Boundary\] found protectedNames \[\*\]: expected at least three/);
  });

  test('refuses to grow beyond what IAM accepts', () => {
    const many = Array.from({ length: 60 }, (_, index) => `department-number-${index}-*`);
    expect(() => bounded(many)).toThrow(/\[Test\/Boundary\] found a boundary of \d+ characters: expected at most 6144/);
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(bounded().stack)).toEqual([]);
  });
});
