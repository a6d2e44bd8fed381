import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AlertTopic } from '../../../constructs/detection';
import { DeploymentHook, type DeploymentHookProps } from '../../../constructs/organization';
import { unacknowledged } from '../../support/compliance';
import { ownFindings } from '../../support/findings';
import { expectTemplate } from '../detection/test-stack';

function hookStack(props: Partial<DeploymentHookProps> = {}): { stack: Stack; outdir: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-hook-app-'));
  const stack = new Stack(new App({ outdir }), 'Gate', { terminationProtection: true });
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const { topic } = new AlertTopic(stack, 'Alerts', { encryptionKey });
  new DeploymentHook(stack, 'Hook', { encryptionKey, topic, ...props });
  return { stack, outdir };
}

describe('DeploymentHook', () => {
  const { stack, outdir } = hookStack({ exemptRoles: ['arn:aws:iam::111122223333:role/break-glass'] });

  test('judges all that creates or updates, but not its own stack or what is done in an emergency', () => {
    expectTemplate(stack).hasResourceProperties('AWS::CloudFormation::LambdaHook', {
      Alias: 'Lionrock::Deployment::Gate',
      HookStatus: 'ENABLED',
      FailureMode: 'FAIL',
      TargetOperations: ['STACK', 'CHANGE_SET', 'RESOURCE', 'CLOUD_CONTROL'],
      TargetFilters: { Actions: ['CREATE', 'UPDATE'], InvocationPoints: ['PRE_PROVISION'] },
      StackFilters: {
        FilteringCriteria: 'ALL',
        StackNames: { Exclude: [{ Ref: 'AWS::StackName' }] },
        StackRoles: { Exclude: ['arn:aws:iam::111122223333:role/break-glass'] },
      },
    });
  });

  test('runs closed, with concurrency of its own and outside of any network', () => {
    expectTemplate(stack).hasResourceProperties('AWS::Lambda::Function', {
      Timeout: 30,
      ReservedConcurrentExecutions: 10,
      KmsKeyArn: Match.anyValue(),
      VpcConfig: Match.absent(),
      Environment: {
        Variables: Match.objectLike({
          LIONROCK_HOOK_MODE: 'closed',
          LIONROCK_HOOK_OPERATIONS: 'STACK CHANGE_SET RESOURCE CLOUD_CONTROL',
        }),
      },
    });
  });

  test('CloudFormation may call the function for this account, and do nothing else', () => {
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'hooks.cloudformation.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ],
      },
    });
    expectTemplate(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'lambda:InvokeFunction',
            Resource: Match.objectLike({ 'Fn::GetAtt': Match.anyValue() }),
          },
        ],
      },
    });
  });

  test('somebody is told when it is switched off, changed or undecided', () => {
    expectTemplate(stack).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        detail: Match.objectLike({ eventName: Match.arrayWith(['DeactivateType', 'SetTypeConfiguration']) }),
      },
    });
    expectTemplate(stack).resourceCountIs('AWS::CloudWatch::Alarm', 3);
  });

  test('the packs and our own rules find nothing', () => {
    expect(unacknowledged(stack)).toEqual([]);
    expect(ownFindings(stack)).toEqual([]);
  });

  test('the asset holds the handler and the profile', () => {
    const assets: unknown = JSON.parse(readFileSync(join(outdir, `${stack.artifactId}.assets.json`), 'utf8'));
    const folder = /"path":"(asset\.[0-9a-f]+)"/.exec(JSON.stringify(assets))?.[1] ?? '';
    expect(existsSync(join(outdir, folder, 'index.js'))).toBe(true);
    expect(JSON.parse(readFileSync(join(outdir, folder, 'profile.json'), 'utf8'))).toMatchObject({ id: 'hk-s17' });
  });

  test('can be switched off', () => {
    expectTemplate(hookStack({ enabled: false }).stack).hasResourceProperties('AWS::CloudFormation::LambdaHook', {
      HookStatus: 'DISABLED',
    });
  });

  test('what is wrong is refused', () => {
    expect(() => hookStack({ alias: 'AWS::My::Hook' })).toThrow(/alias "AWS::My::Hook"/);
    expect(() => hookStack({ policy: 'missing.yaml' })).toThrow(/missing\.yaml does not exist/);
  });
});
