import {
  AccountAccessAnalyzer,
  IdentityCenterPermissions,
  type AccountAccessAnalyzerProps,
  type PermissionSet,
} from '../../../constructs/identity';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from '../detection/test-stack';

function analysed(props: AccountAccessAnalyzerProps = {}) {
  const stack = testStack();
  new AccountAccessAnalyzer(stack, 'Analyzer', props);
  return stack;
}

describe('AccountAccessAnalyzer', () => {
  test('finds external and unused access of the account', () => {
    const stack = analysed();
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', { Type: 'ACCOUNT' });
    template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
      Type: 'ACCOUNT_UNUSED_ACCESS',
      AnalyzerConfiguration: { UnusedAccessConfiguration: { UnusedAccessAge: 90 } },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('analyses the organisation from its administrator', () => {
    const template = expectTemplate(analysed({ organization: true, unusedAccessDays: 180 }));
    template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', { Type: 'ORGANIZATION' });
    template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', { Type: 'ORGANIZATION_UNUSED_ACCESS' });
  });

  test.each([0, 366, 1.5])('refuses %s days', (unusedAccessDays) => {
    expect(() => analysed({ unusedAccessDays })).toThrow(/\[Test\/Analyzer\] found unusedAccessDays/);
  });
});

function permitted(...permissionSets: PermissionSet[]) {
  const stack = testStack();
  const permissions = new IdentityCenterPermissions(stack, 'Permissions', {
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    permissionSets,
    productionAccountIds: ['110000000011'],
  });
  return { stack, permissions };
}

function ids(...sets: PermissionSet[]): string[] {
  return Object.keys(expectTemplate(permitted(...sets).stack).findResources('AWS::SSO::PermissionSet'));
}

describe('IdentityCenterPermissions', () => {
  const reader: PermissionSet = {
    name: 'DepartmentReader',
    description: 'Reads what runs in the accounts of a department',
    managedPolicies: ['ViewOnlyAccess', 'SecurityAudit'],
    sessionHours: 8,
    assignments: [{ groupId: '90670a1b2c-01', accountIds: ['110000000011', '110000000012'] }],
  };

  test('lets no contractor into production, and says by a tag who holds the set', () => {
    const contractors = { ...reader, contractors: true };
    expect(() => permitted(contractors)).toThrow(/contractors and assigned in production \[110000000011\]/);
    const { stack } = permitted({
      ...contractors,
      assignments: [{ groupId: '90670a1b2c-04', accountIds: ['110000000012'] }],
    });
    expectTemplate(stack).hasResourceProperties('AWS::SSO::PermissionSet', {
      Tags: [{ Key: 'lionrock:holders', Value: 'contractors' }],
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('gives a set its policies and its longest session', () => {
    const { stack, permissions } = permitted(reader);
    expectTemplate(stack).hasResourceProperties('AWS::SSO::PermissionSet', {
      Name: 'DepartmentReader',
      SessionDuration: 'PT8H',
      ManagedPolicies: ['job-function/ViewOnlyAccess', 'SecurityAudit'].map((name) => ({
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]],
      })),
    });
    expect(Object.keys(permissions.permissionSetArns)).toEqual(['DepartmentReader']);
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('assigns sets to groups in accounts', () => {
    const template = expectTemplate(permitted(reader).stack);
    template.resourceCountIs('AWS::SSO::Assignment', 2);
    template.allResourcesProperties('AWS::SSO::Assignment', {
      PrincipalType: 'GROUP',
      PrincipalId: '90670a1b2c-01',
      TargetType: 'AWS_ACCOUNT',
    });
  });

  test('limits a set by a boundary of the account', () => {
    expectTemplate(permitted({ ...reader, boundaryPolicyName: 'boundary' }).stack).hasResourceProperties(
      'AWS::SSO::PermissionSet',
      { PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'boundary' } } },
    );
  });

  test('keeps logical ids when a set is added before another', () => {
    expect(ids({ ...reader, name: 'Earlier' }, reader)).toEqual(expect.arrayContaining(ids(reader)));
  });

  test.each<[string, PermissionSet, RegExp]>([
    ['a name with spaces', { ...reader, name: 'Department reader' }, /found the permission set name/],
    ['a session of a day', { ...reader, sessionHours: 24 }, /sessions of 24 hours: expected 1 to 12/],
    [
      'a long privileged session',
      { ...reader, managedPolicies: ['AdministratorAccess'] },
      /sessions of 8 hours: expected 1 to 1 whole hours because it is privileged/,
    ],
    [
      'an account without id',
      { ...reader, assignments: [{ groupId: 'g', accountIds: ['audit'] }] },
      /is assigned in \[audit\]: expected account ids/,
    ],
  ])('refuses %s', (_case, set, message) => {
    expect(() => permitted(set)).toThrow(message);
  });
});
