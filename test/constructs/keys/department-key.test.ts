import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_iam as iam, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { keysExample } from '../../../examples/a-la-carte/keys';
import type { DepartmentKeyProps } from '../../../constructs/keys';
import { unacknowledged } from '../../support/compliance';
import { encryptedTopic, expectTemplate, keyIn, keyStatements, statement } from './support';

const principalsOf = (stack: Stack) => JSON.stringify(keyStatements(stack).map((entry) => entry.Principal));
const role = (name: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:role/${name}`]],
});
const stackWithKey = (props: Partial<DepartmentKeyProps> = {}) => {
  const stack = new Stack();
  keyIn(stack, props);
  return stack;
};

describe('DepartmentKey', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('rotates every year, waits 30 days before deletion, stays in its region and survives its stack', () => {
    expectTemplate(stackWithKey()).hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { EnableKeyRotation: true, RotationPeriodInDays: 365, PendingWindowInDays: 30, MultiRegion: false },
    });
  });

  it('takes another rotation period and removal policy', () => {
    const stack = stackWithKey({ rotationPeriodDays: 90, removalPolicy: RemovalPolicy.DESTROY });
    expectTemplate(stack).hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Delete',
      Properties: { RotationPeriodInDays: 90 },
    });
  });

  it('lets administrators and the deployment manage it, but neither disable, delete nor use it', () => {
    const stack = stackWithKey();
    const { Action: actions, Condition: condition } = statement(stack, 'AllowAdministration');
    expect(condition?.['ArnLike']?.['aws:PrincipalArn']).toEqual([role('key-administrator'), deploymentRole]);
    expect(actions).toContain('kms:PutKeyPolicy');
    expect(String(actions)).not.toMatch(/Disable|Delete(?!Alias)|Schedule|crypt|GenerateDataKey|CreateGrant|Sign|\*/);
  });

  it('refuses cryptography to administrators whatever else allows it', () => {
    const denied = statement(stackWithKey(), 'DenyUseByAdministrators');
    expect(denied.Effect).toBe('Deny');
    expect(denied.Condition).toEqual({ ArnLike: { 'aws:PrincipalArn': [role('key-administrator')] } });
    expect(denied.Action).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:Encrypt', 'kms:CreateGrant']));
  });

  it('lets only break-glass roles disable and delete it', () => {
    const stack = stackWithKey({ breakGlassRoles: ['break-glass', 'emergency-*'] });
    const roles = [role('break-glass'), role('emergency-*')];
    const denied = statement(stack, 'DenyDestructionByOthers');
    expect(denied.Effect).toBe('Deny');
    expect(denied.Condition).toEqual({ ArnNotLike: { 'aws:PrincipalArn': roles } });
    expect(denied.Action).toEqual(expect.arrayContaining(['kms:DisableKey', 'kms:ScheduleKeyDeletion']));
    const allowed = statement(stack, 'AllowDestructionByBreakGlass');
    expect(allowed.Condition).toEqual({ ArnLike: { 'aws:PrincipalArn': roles } });
    const others = keyStatements(stack).filter((entry) => entry.Effect === 'Allow' && entry !== allowed);
    const granting = others.filter((entry) => /Disable|ScheduleKeyDeletion/.test(JSON.stringify(entry.Action)));
    expect(granting.map((entry) => entry.Sid)).toEqual([]);
  });

  it('lets auditors read settings only', () => {
    const { Action: actions, Condition: condition } = statement(stackWithKey({ auditors: ['audit'] }), 'AllowAudit');
    expect(condition).toEqual({ ArnLike: { 'aws:PrincipalArn': [role('audit')] } });
    expect([actions].flat().every((action) => /^kms:(Describe|Get|List)/.test(String(action)))).toBe(true);
  });

  it('lets identity policies of this account use it through the named services alone', () => {
    const through = {
      'kms:CallerAccount': { Ref: 'AWS::AccountId' },
      'kms:ViaService': ['ec2', 's3'].map((service) => ({
        'Fn::Join': ['', [`${service}.`, { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]],
      })),
    };
    const stack = stackWithKey({ viaServices: ['ebs', 's3'] });
    expect(statement(stack, 'AllowUseThroughIdentityPolicies').Condition).toEqual({ StringEquals: through });
    expect(statement(stack, 'AllowGrantsForAwsResources').Condition).toEqual({
      StringEquals: through,
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
    });
  });

  it('names only the account as principal, so that roles need not exist yet', () => {
    expect(principalsOf(stackWithKey({ auditors: ['audit'] }))).not.toContain('role/');
    expect(principalsOf(stackWithKey())).not.toContain('*');
  });

  it('writes grants into identity policies, as CDK users know it', () => {
    const stack = new Stack();
    const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal() });
    const before = keyStatements(stackWithKey()).length;
    keyIn(stack).grantDecrypt(reader);
    expect(keyStatements(stack)).toHaveLength(before);
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [{ Action: 'kms:Decrypt', Effect: 'Allow' }] },
    });
  });

  it('watches itself when it has a topic', () => {
    const stack = new Stack();
    keyIn(stack, { alarmTopic: encryptedTopic(stack) });
    expectTemplate(stack).resourceCountIs('AWS::Events::Rule', 3);
  });

  it('satisfies the packs', () => {
    expect(unacknowledged(stackWithKey({ auditors: ['audit'], viaServices: ['s3'] }))).toEqual([]);
    expect(unacknowledged(keysExample(new App({ outdir: folder })))).toEqual([]);
  });
});

const deploymentRole = {
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':iam::',
      { Ref: 'AWS::AccountId' },
      ':role/cdk-hnb659fds-cfn-exec-role-',
      { Ref: 'AWS::AccountId' },
      '-',
      { Ref: 'AWS::Region' },
    ],
  ],
};

describe('DepartmentKey refuses', () => {
  it.each<[string, Partial<DepartmentKeyProps>, string]>([
    ['no administrators', { administrators: [] }, 'administrators: expected names or ARNs of roles, found none'],
    ['no break-glass roles', { breakGlassRoles: [] }, 'breakGlassRoles: expected names or ARNs of roles, found none'],
    ['everybody as administrator', { administrators: ['*'] }, 'would match nearly every role'],
    ['everybody by ARN', { administrators: ['arn:aws:iam::*:role/*'] }, 'would match nearly every role'],
    ['an ARN of something else', { auditors: ['arn:aws:iam::123456789012:user/eve'] }, 'auditors: expected'],
    [
      'a short rotation',
      { rotationPeriodDays: 30 },
      'rotationPeriodDays: expected whole days from 90 to 2560, found 30',
    ],
    ['a long rotation', { rotationPeriodDays: 3000 }, 'found 3000'],
    ['an alias of AWS', { alias: 'alias/aws/s3' }, 'not below alias/aws/'],
    ['a department that no alias can hold', { department: 'E Services' }, 'department: expected lower-case letters'],
  ])('%s', (_, props, message) => {
    expect(() => stackWithKey(props)).toThrow(message);
    expect(() => stackWithKey(props)).toThrow('[Default/Key]');
  });
});
