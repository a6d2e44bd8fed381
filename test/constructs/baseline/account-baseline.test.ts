import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  AccountBaseline,
  BaselineDelivery,
  BaselineStack,
  baselineTemplate,
  type AccountBaselineProps,
} from '../../../constructs/baseline';
import { profileById } from '../../../lib/profiles';
import { unacknowledged } from '../../support/compliance';
import { testStack } from '../detection/test-stack';

const PROPS: AccountBaselineProps = {
  profile: profileById('hk-s17'),
  name: 'government',
  organizationId: 'o-hkgov12345',
  auditAccountId: '110000000003',
  configBucketName: 'government-110000000002-config',
  trustedPrincipals: ['arn:aws:iam::110000000001:role/duty-officer'],
  emails: ['security@example.gov.hk'],
  department: 'digital-policy-office',
  classification: 'UNCLASSIFIED',
};
const text = baselineTemplate(PROPS);

describe('AccountBaseline', () => {
  test('passes the rule packs', () => {
    const stack = testStack();
    new AccountBaseline(stack, 'Account', PROPS);
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('is the same text each time, names no account it stands in, and needs no bootstrap', () => {
    expect(baselineTemplate(PROPS)).toBe(text);
    expect(text).not.toMatch(/BootstrapVersion|cdk-hnb659fds-assets|"AWS::CDK::Metadata"/);
    const { Resources } = JSON.parse(text) as { Resources: Record<string, { Type: string }> };
    const types = Object.values(Resources).map(({ Type }) => Type);
    for (const type of ['GuardDuty::Detector', 'SecurityHub::Hub', 'Config::ConfigurationRecorder', 'Macie::Session']) {
      expect(types.filter((each) => each === `AWS::${type}`)).toHaveLength(1);
    }
  });

  test('fits what CloudFormation takes', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  });
});

test('BaselineStack deploys the text, whatever the app adds', () => {
  const app = new App();
  const stack = new BaselineStack(app, 'Baseline', {
    template: text,
    env: { account: '110000000001', region: 'ap-east-1' },
  });
  const artifact = app.synth().getStackArtifact(stack.artifactId);
  expect(artifact.template).toEqual(JSON.parse(text));
  expect(artifact.environment).toMatchObject({ account: '110000000001', region: 'ap-east-1' });
  expect(artifact.terminationProtection).toBe(true);
});

describe('BaselineDelivery', () => {
  const deliver = (props: object) => {
    const stack = new Stack(new App(), 'Delivery');
    new BaselineDelivery(stack, 'Baseline', {
      stackSetName: 'government-baseline',
      template: text,
      organizationalUnitIds: ['ou-hk01-security1'],
      regions: ['ap-east-1'],
      ...props,
    });
    return Template.fromStack(stack);
  };

  test('goes by organisational units, region by region, and stops when too many accounts fail', () => {
    const template = deliver({ administrator: 'delegated', failureTolerancePercent: 0, tags: { owner: 'dpo' } });
    const [set] = Object.values(template.findResources('AWS::CloudFormation::StackSet'));
    expect(set?.['Properties']).toMatchObject({
      CallAs: 'DELEGATED_ADMIN',
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: true },
      OperationPreferences: {
        FailureTolerancePercentage: 0,
        MaxConcurrentPercentage: 20,
        RegionConcurrencyType: 'SEQUENTIAL',
        RegionOrder: ['ap-east-1'],
      },
      Tags: [{ Key: 'owner', Value: 'dpo' }],
    });
  });

  test('serves units wave after wave, each by a stack set that waits for the one before', () => {
    const template = deliver({ laterWaves: [['ou-hk01-infrastr'], ['ou-hk01-production', 'ou-hk01-research1']] });
    const sets = Object.entries(template.findResources('AWS::CloudFormation::StackSet'));
    expect(
      sets.map(([, { Properties, DependsOn }]) => [
        Properties.StackSetName,
        Properties.StackInstancesGroup[0].DeploymentTargets.OrganizationalUnitIds,
        DependsOn,
      ]),
    ).toEqual([
      ['government-baseline', ['ou-hk01-security1'], undefined],
      ['government-baseline-2', ['ou-hk01-infrastr'], [sets[0]?.[0]]],
      ['government-baseline-3', ['ou-hk01-production', 'ou-hk01-research1'], [sets[1]?.[0]]],
    ]);
  });

  test.each([
    [{ laterWaves: [['ou-hk01-security1']] }, /found ou-hk01-security1 twice/],
    [{ laterWaves: [[]] }, /name at least one/],
    [{ organizationalUnitIds: [] }, /organizationalUnitIds \[\]: expected ids of units/],
    [{ organizationalUnitIds: ['Security'] }, /organizationalUnitIds \[Security\]/],
    [{ regions: [] }, /found no regions/],
    [{ failureTolerancePercent: 101 }, /failureTolerancePercent 101: expected a whole number from 0 to 100/],
    [{ concurrentPercent: 0 }, /concurrentPercent 0: expected a whole number from 1 to 100/],
  ])('refuses %j', (props, message) => expect(() => deliver(props)).toThrow(message));
});
