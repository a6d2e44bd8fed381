import { aws_iam as iam } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { DeployRole, type DeploySource } from '../../../constructs/identity';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from '../detection/test-stack';

const GITHUB: DeploySource = {
  platform: 'github',
  repository: 'digital-policy-office/portal',
  branch: 'main',
  environment: 'production',
};
const GITLAB: DeploySource = {
  platform: 'gitlab',
  project: 'digital-policy-office/portal',
  branch: 'main',
  environmentTier: 'production',
};

function deployer(source: DeploySource) {
  const stack = testStack();
  new DeployRole(stack, 'Deploy', { source });
  return stack;
}

const trust = (claims: object) => ({
  MaxSessionDuration: 3600,
  AssumeRolePolicyDocument: {
    Statement: [
      Match.objectLike({
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: Match.anyValue() },
        Condition: { StringEquals: claims },
      }),
    ],
  },
});

describe('DeployRole', () => {
  test('admits one repository, branch and environment of GitHub', () => {
    const template = expectTemplate(deployer(GITHUB));
    template.hasResourceProperties('AWS::IAM::OIDCProvider', {
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });
    template.hasResourceProperties(
      'AWS::IAM::Role',
      trust({
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:digital-policy-office/portal:environment:production',
        'token.actions.githubusercontent.com:repository': 'digital-policy-office/portal',
        'token.actions.githubusercontent.com:ref': 'refs/heads/main',
        'token.actions.githubusercontent.com:environment': 'production',
      }),
    );
  });

  test('admits one branch of a GitLab project, for protected environments of a tier', () => {
    expectTemplate(deployer(GITLAB)).hasResourceProperties(
      'AWS::IAM::Role',
      trust({
        'gitlab.com:aud': 'https://gitlab.com',
        'gitlab.com:sub':
          'project_path:digital-policy-office/portal:ref_type:branch:ref:main:environment_protected:true:deployment_tier:production',
      }),
    );
  });

  test('may only assume the bootstrap roles of its account and region', () => {
    const template = expectTemplate(deployer(GITHUB));
    const policy = Object.values(template.findResources('AWS::IAM::ManagedPolicy'))[0];
    const statements = policy?.['Properties'].PolicyDocument.Statement;
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ Effect: 'Allow', Action: 'sts:AssumeRole' });
    const resources = JSON.stringify(statements[0].Resource);
    expect(statements[0].Resource).toHaveLength(4);
    expect(resources).toContain('role/cdk-hnb659fds-deploy-role-');
    expect(resources).not.toContain('*');
  });

  test('a second role shares the provider of the account', () => {
    const stack = testStack();
    const first = new DeployRole(stack, 'First', { source: GITHUB });
    new DeployRole(stack, 'Second', { source: { ...GITHUB, environment: 'staging' }, provider: first.provider });
    expectTemplate(stack).resourceCountIs('AWS::IAM::OIDCProvider', 1);
  });

  test('carries a boundary and a name when given', () => {
    const stack = testStack();
    const permissionsBoundary = iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary');
    new DeployRole(stack, 'Deploy', { source: GITHUB, permissionsBoundary, roleName: 'deploy-portal' });
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'deploy-portal',
      PermissionsBoundary: Match.anyValue(),
    });
  });

  test.each<[string, DeploySource, RegExp]>([
    ['any repository', { ...GITHUB, repository: 'digital-policy-office/*' }, /found repository/],
    ['a repository without owner', { ...GITHUB, repository: 'portal' }, /found repository "portal": expected owner/],
    ['any branch', { ...GITHUB, branch: '*' }, /found branch "\*"/],
    ['any environment', { ...GITHUB, environment: '' }, /found environment ""/],
    ['any branch of GitLab', { ...GITLAB, branch: 'release-*' }, /found branch "release-\*"/],
  ])('refuses %s', (_case, source, message) => {
    expect(() => deployer(source)).toThrow(message);
    expect(() => deployer(source)).toThrow(/^\[Test\/Deploy\]/);
  });

  test.each([GITHUB, GITLAB])('passes the rule packs ($platform)', (source) => {
    expect(unacknowledged(deployer(source))).toEqual([]);
  });
});
