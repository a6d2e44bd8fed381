import { Match, type Template } from 'aws-cdk-lib/assertions';
import {
  MacieSession,
  PostureAdministrator,
  PROTECTION_PLANS,
  SecurityPosture,
  SnapshotPrivacy,
  ThreatDetection,
} from '../../../constructs/detection';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from './test-stack';

function features(template: Template): { Name: string; Status: string; AdditionalConfiguration?: object[] }[] {
  return Object.values(template.findResources('AWS::GuardDuty::Detector'))[0]?.['Properties'].Features;
}

describe('ThreatDetection', () => {
  test('enables the detector with every protection plan and its agents', () => {
    const stack = testStack();
    new ThreatDetection(stack, 'Threats');
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::GuardDuty::Detector', {
      Enable: true,
      FindingPublishingFrequency: 'FIFTEEN_MINUTES',
    });
    expect(features(template).map(({ Name, Status }) => `${Name} ${Status}`)).toEqual(
      PROTECTION_PLANS.map((plan) => `${plan} ENABLED`),
    );
    const agents = features(template).flatMap((feature) => feature.AdditionalConfiguration ?? []);
    expect(agents).toEqual([
      { Name: 'EKS_ADDON_MANAGEMENT', Status: 'ENABLED' },
      { Name: 'ECS_FARGATE_AGENT_MANAGEMENT', Status: 'ENABLED' },
      { Name: 'EC2_AGENT_MANAGEMENT', Status: 'ENABLED' },
    ]);
  });

  test('a plan can be left out, and agents be left to the departments', () => {
    const stack = testStack();
    new ThreatDetection(stack, 'Threats', { managedAgents: false, withoutPlans: ['RDS_LOGIN_EVENTS'] });
    const left = features(expectTemplate(stack));
    expect(left.filter((feature) => feature.Status === 'DISABLED').map((feature) => feature.Name)).toEqual([
      'RDS_LOGIN_EVENTS',
    ]);
    expect(left.flatMap((feature) => feature.AdditionalConfiguration ?? [])).toHaveLength(3);
    expect(JSON.stringify(left.flatMap((feature) => feature.AdditionalConfiguration ?? []))).not.toContain('ENABLED"');
  });
});

describe('SecurityPosture', () => {
  test('runs three standards by default, one finding for each check', () => {
    const stack = testStack();
    new SecurityPosture(stack, 'Posture');
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::SecurityHub::Hub', {
      AutoEnableControls: true,
      ControlFindingGenerator: 'SECURITY_CONTROL',
      EnableDefaultStandards: false,
    });
    const arns = JSON.stringify(template.findResources('AWS::SecurityHub::Standard'));
    expect(arns).toContain('::standards/aws-foundational-security-best-practices/v/1.0.0');
    expect(arns).toContain('::standards/nist-800-53/v/5.0.0');
    expect(arns).toContain('::standards/cis-aws-foundations-benchmark/v/5.0.0');
    expect(arns).not.toContain('arn:aws:');
  });

  test('standards wait for the hub', () => {
    const stack = testStack();
    new SecurityPosture(stack, 'Posture', { standards: ['nist80053'] });
    expectTemplate(stack).hasResource('AWS::SecurityHub::Standard', {
      DependsOn: [Match.stringLikeRegexp('^PostureHub')],
    });
  });

  test('refuses a hub that checks nothing', () => {
    expect(() => new SecurityPosture(testStack(), 'Posture', { standards: [] })).toThrow(
      /\[Test\/Posture\] found no standards: expected at least one of foundationalBestPractices/,
    );
  });
});

describe('PostureAdministrator', () => {
  test('names the delegated administrator', () => {
    const stack = testStack();
    new PostureAdministrator(stack, 'Administrator', { accountId: '110000000003' });
    expectTemplate(stack).hasResourceProperties('AWS::SecurityHub::DelegatedAdmin', {
      AdminAccountId: '110000000003',
    });
  });

  test('refuses what is not an account id', () => {
    expect(() => new PostureAdministrator(testStack(), 'Administrator', { accountId: 'audit' })).toThrow(
      /\[Test\/Administrator\] found accountId "audit": expected 12 digits/,
    );
  });
});

test('MacieSession is enabled and reports every fifteen minutes', () => {
  const stack = testStack();
  new MacieSession(stack, 'Macie');
  expectTemplate(stack).hasResourceProperties('AWS::Macie::Session', {
    Status: 'ENABLED',
    FindingPublishingFrequency: 'FIFTEEN_MINUTES',
  });
});

test('SnapshotPrivacy blocks all public sharing, past sharing included', () => {
  const stack = testStack();
  new SnapshotPrivacy(stack, 'Snapshots');
  expectTemplate(stack).hasResourceProperties('AWS::EC2::SnapshotBlockPublicAccess', {
    State: 'block-all-sharing',
  });
});

test('all of them together pass the rule packs and are few resources', () => {
  const stack = testStack();
  new ThreatDetection(stack, 'Threats');
  new SecurityPosture(stack, 'Posture');
  new MacieSession(stack, 'Macie');
  new SnapshotPrivacy(stack, 'Snapshots');
  const resources: { Type: string }[] = Object.values(expectTemplate(stack).toJSON().Resources);
  expect(resources.map((resource) => resource.Type).toSorted()).toMatchInlineSnapshot(`
   [
     "AWS::EC2::SnapshotBlockPublicAccess",
     "AWS::GuardDuty::Detector",
     "AWS::Macie::Session",
     "AWS::SecurityHub::Hub",
     "AWS::SecurityHub::Standard",
     "AWS::SecurityHub::Standard",
     "AWS::SecurityHub::Standard",
   ]
  `);
  expect(unacknowledged(stack)).toEqual([]);
});
