import { Match } from 'aws-cdk-lib/assertions';
import { DetectionStack } from '../../../lib/landing-zone/stacks/detection-stack';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate } from '../../constructs/detection/test-stack';
import { keyOf, stageOf } from './stage-of';

function build(account: string): DetectionStack {
  const { stage, context } = stageOf(account);
  return new DetectionStack(stage, 'detection', { ...context, key: keyOf(stage) });
}

describe('DetectionStack', () => {
  test('watches the account and tells the security mailbox', () => {
    const template = expectTemplate(build('network'));
    for (const type of [
      'AWS::GuardDuty::Detector',
      'AWS::SecurityHub::Hub',
      'AWS::Config::ConformancePack',
      'AWS::EC2::SnapshotBlockPublicAccess',
    ]) {
      template.resourceCountIs(type, 1);
    }
    template.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'small-security-alerts' });
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'security@cloud.example.gov.hk',
    });
  });

  test('reports attempts to stop the record', () => {
    expectTemplate(build('network')).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.cloudtrail'], detail: { eventName: Match.arrayWith(['StopLogging']) } },
    });
  });

  test('rules have names that an organisation policy protects', () => {
    const rules = expectTemplate(build('network')).findResources('AWS::Events::Rule');
    for (const rule of Object.values(rules)) expect(rule['Properties'].Name).toMatch(/^small-/);
  });

  test.each([
    ['management', 1],
    ['audit', 0],
    ['e-services-prod', 0],
  ])('in %s names %i administrator, watches content and reports that it is there', (account, administrators) => {
    const template = expectTemplate(build(account));
    template.resourceCountIs('AWS::SecurityHub::DelegatedAdmin', administrators);
    template.resourceCountIs('AWS::Macie::Session', 1);
    template.hasResourceProperties('AWS::Events::Rule', {
      Name: 'small-baseline-report',
      Targets: [Match.objectLike({ Arn: Match.stringLikeRegexp('200000000003:event-bus/small-accounts$') })],
    });
  });

  test.each(['management', 'e-services-prod'])('passes the rule packs in %s', (account) => {
    const stack = build(account);
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
