import { Match } from 'aws-cdk-lib/assertions';
import { DriftDetection } from '../../../constructs/detection';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from './test-stack';

describe('DriftDetection', () => {
  const stack = testStack();
  new DriftDetection(stack, 'Drift');

  test('compares all stacks once a day, by a role of its own', () => {
    expectTemplate(stack).hasResourceProperties('AWS::Config::ConfigRule', {
      Source: { Owner: 'AWS', SourceIdentifier: 'CLOUDFORMATION_STACK_DRIFT_DETECTION_CHECK' },
      Scope: { ComplianceResourceTypes: ['AWS::CloudFormation::Stack'] },
      InputParameters: { cloudformationRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DriftRole'), 'Arn'] } },
      MaximumExecutionFrequency: 'TwentyFour_Hours',
    });
  });

  test('reads as Config alone, on behalf of this account, and changes nothing', () => {
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'config.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ],
      },
    });
    expectTemplate(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({
            Action: ['cloudformation:DetectStackDrift', 'cloudformation:DetectStackResourceDrift'],
          }),
        ],
      },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });
});
