import { Match, type Template } from 'aws-cdk-lib/assertions';
import { FindingRouting, type FindingSeverity } from '../../../constructs/detection';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack, testTopic } from './test-stack';

function routed(minimumSeverity?: FindingSeverity) {
  const stack = testStack();
  new FindingRouting(stack, 'Routing', {
    topic: testTopic(stack).topic,
    ...(minimumSeverity ? { minimumSeverity } : {}),
  });
  return stack;
}

function pattern(template: Template, source: string) {
  const rules = template.findResources('AWS::Events::Rule', { Properties: { EventPattern: { source: [source] } } });
  return Object.values(rules)[0]?.['Properties'].EventPattern;
}

describe('FindingRouting', () => {
  test.each([
    [undefined, 7, ['HIGH', 'CRITICAL'], ['High']],
    ['MEDIUM', 4, ['MEDIUM', 'HIGH', 'CRITICAL'], ['Medium', 'High']],
    ['CRITICAL', 9, ['CRITICAL'], ['High']],
  ] as const)('severity %s selects the bands of each service', (severity, band, labels, macie) => {
    const template = expectTemplate(routed(severity));
    expect(pattern(template, 'aws.guardduty').detail).toEqual({ severity: [{ numeric: ['>=', band] }] });
    expect(pattern(template, 'aws.securityhub').detail.findings.Severity.Label).toEqual(labels);
    expect(pattern(template, 'aws.macie').detail.severity.description).toEqual(macie);
  });

  test('an open finding is reported once: new, active, not already reported by its own service', () => {
    const findings = pattern(expectTemplate(routed()), 'aws.securityhub').detail.findings;
    expect(findings).toMatchObject({
      ProductName: [{ 'anything-but': ['GuardDuty', 'Macie'] }],
      RecordState: ['ACTIVE'],
      Workflow: { Status: ['NEW'] },
    });
  });

  test('rules publish by a role that only rules of this account can assume', () => {
    const template = expectTemplate(routed());
    template.allResourcesProperties('AWS::Events::Rule', {
      State: 'ENABLED',
      Targets: [
        Match.objectLike({ RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RoutingPublisherRole'), 'Arn'] } }),
      ],
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: { 'aws:SourceArn': Match.anyValue() },
            },
          },
        ],
      },
    });
  });

  test('the role may publish to this topic and use its key through SNS, nothing else', () => {
    const template = expectTemplate(routed());
    const policies = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(policies).toHaveLength(1);
    expect(policies[0]?.['Properties'].PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Action: 'sns:Publish', Resource: { Ref: expect.stringMatching(/^AlertsTopic/) } }),
      expect.objectContaining({
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
        Condition: { StringEquals: { 'kms:ViaService': expect.anything() } },
      }),
    ]);
  });

  test('messages hold identifiers, not the finding itself', () => {
    const template = expectTemplate(routed());
    for (const rule of Object.values(template.findResources('AWS::Events::Rule'))) {
      const paths = Object.values<string>(rule['Properties'].Targets[0].InputTransformer.InputPathsMap);
      expect(paths).not.toContain('$');
      expect(paths).not.toContain('$.detail');
    }
  });

  test('names rules so that an organisation policy can protect them', () => {
    const stack = testStack();
    new FindingRouting(stack, 'Routing', { topic: testTopic(stack).topic, namePrefix: 'hk-government' });
    expectTemplate(stack).hasResourceProperties('AWS::Events::Rule', { Name: 'hk-government-guardduty-findings' });
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(routed())).toEqual([]);
  });
});
