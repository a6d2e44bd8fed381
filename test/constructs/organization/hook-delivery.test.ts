import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { HookDelivery, hookTemplate, type DeliveredHookProps } from '../../../constructs/organization';
import { unacknowledged } from '../../support/compliance';
import { ownFindings, ownFindingsIn } from '../../support/findings';
import { expectTemplate } from '../detection/test-stack';

const HOOK: DeliveredHookProps = {
  name: 'government',
  codeBucketName: 'government-110000000001-hook',
  emails: ['security@example.gov.hk'],
  department: 'digital-policy-office',
  classification: 'UNCLASSIFIED',
  exemptRoleNames: ['government-repair'],
};

function deliveryStack(organizationId = 'o-hkgov12345', hook = HOOK): Stack {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'lionrock-hook-delivery-')) });
  const env = { account: '110000000001', region: 'ap-east-1' };
  const stack = new Stack(app, 'Delivery', { env, terminationProtection: true });
  new HookDelivery(stack, 'Delivery', {
    stackSetName: 'government-deployment-hook',
    organizationId,
    organizationalUnitIds: ['ou-hk01-security1'],
    accessLogBucketName: 'government-access-logs',
    hook,
  });
  return stack;
}

/** The one resource of a type. */
function only(template: Template, type: string): { readonly id: string; readonly properties: Record<string, unknown> } {
  const [[id, resource] = ['', {}], ...others] = Object.entries(template.findResources(type));
  expect(others).toEqual([]);
  return { id, properties: (resource as { Properties?: Record<string, unknown> }).Properties ?? {} };
}

const text = hookTemplate(HOOK);
const body: object = JSON.parse(text);
const account = Template.fromJSON({ ...body });
const expectAccount = () => account;

describe('the hook that every account gets', () => {
  test('is the same bytes for every account, and small enough for a stack set', () => {
    expect(hookTemplate(HOOK)).toBe(text);
    expect(Buffer.byteLength(text)).toBeLessThan(51_200);
    expect(text).not.toMatch(/110000000011|cdk-hnb659fds-assets/);
  });

  test('judges neither itself nor what is done in an emergency', () => {
    const role = (name: string) => ({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, `:role/${name}`]],
    });
    expectAccount().hasResourceProperties('AWS::CloudFormation::LambdaHook', {
      FailureMode: 'FAIL',
      StackFilters: {
        FilteringCriteria: 'ALL',
        StackNames: { Exclude: [{ Ref: 'AWS::StackName' }] },
        StackRoles: { Exclude: [role('government-break-glass'), role('government-repair')] },
      },
    });
  });

  test('has a key, a topic with its mailboxes, a log and alarms of its own, and no concurrency to reserve', () => {
    for (const type of ['KMS::Key', 'SNS::Topic', 'SNS::Subscription', 'Logs::LogGroup']) {
      expectAccount().resourceCountIs(`AWS::${type}`, 1);
    }
    expectAccount().resourceCountIs('AWS::CloudWatch::Alarm', 3);
    expectAccount().hasResourceProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: Match.absent() });
  });

  test('our own rules find nothing', () => {
    expect(ownFindingsIn(body)).toEqual([]);
  });
});

describe('HookDelivery', () => {
  const stack = deliveryStack();
  const template = Template.fromStack(stack);

  test('copies the handler to where the function of every account looks for it, before the stack set', () => {
    const { id, properties: copy } = only(template, 'Custom::LionrockObjectCopy');
    const { properties: fn } = only(account, 'AWS::Lambda::Function');
    expect(fn['Code']).toEqual({ S3Bucket: HOOK.codeBucketName, S3Key: copy['Key'] });
    expect(copy['Key']).toMatch(/^deployment-hook\/[0-9a-f]{64}\.zip$/);
    template.hasResource('AWS::CloudFormation::StackSet', { DependsOn: Match.arrayWith([id]) });
  });

  test('serves accounts in the region of its stack, and those that join', () => {
    expectTemplate(stack).hasResourceProperties('AWS::CloudFormation::StackSet', {
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: true },
      StackInstancesGroup: [
        { DeploymentTargets: { OrganizationalUnitIds: ['ou-hk01-security1'] }, Regions: ['ap-east-1'] },
      ],
    });
  });

  test('lets accounts of the organisation read, and nobody else', () => {
    for (const [type, property] of [
      ['AWS::S3::BucketPolicy', 'PolicyDocument'],
      ['AWS::KMS::Key', 'KeyPolicy'],
    ] as const) {
      const document = only(template, type).properties[property] as { Statement: Record<string, unknown>[] };
      const toEverybody = document.Statement.filter(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"'),
      );
      expect(toEverybody).toEqual([
        expect.objectContaining({
          Condition: { StringEquals: expect.objectContaining({ 'aws:PrincipalOrgID': 'o-hkgov12345' }) },
        }),
      ]);
    }
  });

  test('the packs and our own rules find nothing', () => {
    expect(unacknowledged(stack)).toEqual([]);
    expect(ownFindings(stack)).toEqual([]);
  });

  test('is refused without an organisation', () => {
    expect(() => deliveryStack('hkgov')).toThrow(/organizationId "hkgov": expected an id such as/);
  });
});

describe('a delivered hook with the rules of Guard', () => {
  const hook: DeliveredHookProps = { ...HOOK, failureMode: 'WARN', guard: { failOn: 'critical' } };
  const delivered: object = JSON.parse(hookTemplate(hook));
  const stack = deliveryStack('o-hkgov12345', hook);

  test('reads them from the bucket of the handler, to which they are copied', () => {
    const copies = Object.values(Template.fromStack(stack).findResources('Custom::LionrockObjectCopy'));
    const keys = copies.map(({ Properties }) => (Properties as { Key: string }).Key);
    const [rules] = keys.filter((key) => key.endsWith('.guard'));
    expect(keys).toHaveLength(2);
    Template.fromJSON({ ...delivered }).hasResourceProperties('AWS::CloudFormation::GuardHook', {
      FailureMode: 'WARN',
      RuleLocation: { Uri: `s3://${HOOK.codeBucketName}/${rules}` },
      StackFilters: { StackRoles: { Exclude: [Match.anyValue(), Match.anyValue()] } },
    });
  });

  test('our own rules find nothing, nor does cdk-nag', () => {
    expect(ownFindingsIn(delivered)).toEqual([]);
    expect(ownFindings(stack)).toEqual([]);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
