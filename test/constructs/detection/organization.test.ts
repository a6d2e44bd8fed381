import { aws_kms as kms } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AlertTopic, BaselineReport, CaseRecord, OrganizationDetection } from '../../../constructs/detection';
import { profileById } from '../../../lib/profiles';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from './test-stack';

describe('the account that administers detection', () => {
  const stack = testStack({ env: { account: '110000000003', region: 'ap-east-1' } });
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const { topic } = new AlertTopic(stack, 'Alerts', { encryptionKey });
  new OrganizationDetection(stack, 'Detection', {
    namePrefix: 'agency',
    organizationId: 'o-example1234',
    log: { encryptionKey, profile: profileById('hk-s17') },
    topic,
  });
  new CaseRecord(stack, 'Cases', { namePrefix: 'agency' });

  test('lets no service switch itself on before the baseline of an account', () => {
    const template = expectTemplate(stack);
    template.hasResourceProperties('Custom::LionrockOrganizationDetection', {
      Services: ['guardduty', 'macie', 'inspector2'],
    });
    template.hasResourceProperties('AWS::SecurityHub::OrganizationConfiguration', {
      AutoEnable: false,
      AutoEnableStandards: 'NONE',
      ConfigurationType: 'LOCAL',
    });
    template.hasResourceProperties('AWS::Detective::Graph', { AutoEnableMembers: true });
  });

  test('hears accounts of the organisation alone, and takes those as members that AWS says are ready', () => {
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::Events::EventBusPolicy', {
      EventBusName: { Ref: Match.stringLikeRegexp('^DetectionBus') },
      Statement: Match.objectLike({
        Action: 'events:PutEvents',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example1234' } },
      }),
    });
    template.hasResourceProperties('AWS::Events::Rule', {
      Name: 'agency-member-enrolment',
      EventPattern: { source: ['aws.cloudformation'], account: [{ 'anything-but': ['110000000003'] }] },
      Targets: [
        Match.objectLike({
          InputTransformer: Match.objectLike({
            InputTemplate:
              '{"account":<account>,"services":["guardduty","securityhub","macie","inspector2","detective"]}',
          }),
        }),
      ],
    });
  });

  test('sets aside what it could not do, and tells', () => {
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'agency-organization-detection',
      DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DetectionDeadLetters'), 'Arn'] } },
    });
    template.resourceCountIs('AWS::CloudWatch::Alarm', 1);
  });

  test('opens a case for findings of three services, once for each, with the times of reports', () => {
    const rules = expectTemplate(stack).findResources('AWS::Events::Rule');
    const cases = Object.values(rules).filter((rule) => rule['Properties'].Name.endsWith('-cases'));
    expect(cases).toHaveLength(3);
    for (const { Properties } of cases) {
      const [target] = Properties.Targets;
      expect(JSON.stringify(target.Arn)).toContain(':ssm:ap-east-1:110000000003:opsitem');
      const { InputTemplate } = target.InputTransformer;
      expect(InputTemplate).toContain('report by telephone to the GIRO Standing Office within 1 h (G3 18.1(b))');
      expect(InputTemplate).toContain('preliminary incident report form to the GIRO Standing Office within 48 h');
      expect(InputTemplate).toContain('dedupString');
    }
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(stack)).toEqual([]);
  });
});

test('an account tells when its baseline is there, and each day again', () => {
  const stack = testStack();
  const eventBusArn = 'arn:aws:events:ap-east-1:110000000003:event-bus/agency-accounts';
  new BaselineReport(stack, 'Report', { eventBusArn, namePrefix: 'agency' });
  expectTemplate(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.cloudformation'],
      'detail-type': ['CloudFormation Stack Status Change', 'CloudFormation Drift Detection Status Change'],
      detail: {
        'stack-id': [{ Ref: 'AWS::StackId' }],
        $or: [
          { 'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] } },
          { 'status-details': { 'detection-status': ['DETECTION_COMPLETE'] } },
        ],
      },
    },
    Targets: [Match.objectLike({ Arn: eventBusArn, RoleArn: Match.anyValue() })],
  });
  expect(unacknowledged(stack)).toEqual([]);
});
