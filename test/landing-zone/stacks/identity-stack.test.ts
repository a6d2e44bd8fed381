import { Match } from 'aws-cdk-lib/assertions';
import { IdentityStack } from '../../../lib/landing-zone/stacks/identity-stack';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate } from '../../constructs/detection/test-stack';
import type { LandingZoneInput } from '../support/small-config';
import { keyOf, stageOf, topicOf } from './stage-of';

function build(account: string, overrides: Partial<LandingZoneInput> = {}): IdentityStack {
  const { stage, context } = stageOf(account, overrides);
  const key = keyOf(stage);
  return new IdentityStack(stage, 'identity', { ...context, key, topic: topicOf(stage, key) });
}

const CENTER: Partial<LandingZoneInput> = {
  identity: {
    breakGlass: { trustedPrincipals: ['arn:aws:iam::200000000001:root'] },
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      permissionSets: [
        {
          name: 'DepartmentReader',
          description: 'Reads what runs in the accounts of a department',
          managedPolicies: ['ViewOnlyAccess'],
          assignments: [{ groupId: '90670a1b2c-01', accounts: ['e-services-prod', 'network'] }],
        },
      ],
    },
  },
};

describe('IdentityStack', () => {
  test('makes the roles that other accounts and guardrails know by name', () => {
    const template = expectTemplate(build('e-services-prod'));
    for (const name of ['small-break-glass', 'small-key-administrator', 'small-audit']) {
      template.hasResourceProperties('AWS::IAM::Role', { RoleName: name, MaxSessionDuration: 3600 });
    }
  });

  test('admits auditors of the audit account and of this organisation only', () => {
    expectTemplate(build('e-services-prod')).hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'small-audit',
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::200000000003:root']] } },
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-small12345' } },
          }),
        ],
      },
    });
  });

  test('the boundary protects the landing zone’s roles and those of its bootstrap', () => {
    const template = expectTemplate(build('e-services-prod'));
    const policies = template.findResources('AWS::IAM::ManagedPolicy', {
      Properties: { ManagedPolicyName: 'small-boundary' },
    });
    const text = JSON.stringify(policies);
    for (const name of ['role/small-*', 'role/cdk-hnb659fds-*', 'role/e-services-prod-*', 'policy/small-*']) {
      expect(text).toContain(name);
    }
  });

  test('assigns permission sets from the management account alone', () => {
    const management = expectTemplate(build('management', CENTER));
    management.resourceCountIs('AWS::SSO::PermissionSet', 1);
    management.hasResourceProperties('AWS::SSO::Assignment', { TargetId: '200000000011' });
    management.hasResourceProperties('AWS::SSO::Assignment', { TargetId: '200000000004' });
    expectTemplate(build('e-services-prod', CENTER)).resourceCountIs('AWS::SSO::PermissionSet', 0);
  });

  test.each(['management', 'audit', 'e-services-prod'])('passes the rule packs in %s', (account) => {
    const stack = build(account, CENTER);
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
