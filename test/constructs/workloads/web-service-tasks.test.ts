import { aws_ecs as ecs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { buildWebService, container, IMAGE, ownGroup, zoneGroup } from './web-service-bench';
import { ofType, only, onlyResource } from './workbench';

describe('the tasks of a WebService', () => {
  test('run in the zone without public addresses, two or more', () => {
    expect(only(buildWebService().stack, 'AWS::ECS::Service')).toMatchObject({
      DesiredCount: 2,
      LaunchType: 'FARGATE',
      EnableExecuteCommand: false,
      AvailabilityZoneRebalancing: 'ENABLED',
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: 'DISABLED',
          SecurityGroups: [ownGroup('WebSecurityGroup'), zoneGroup],
          Subnets: [expect.anything(), expect.anything()],
        },
      },
    });
  });

  test('are replaced without loss, and put back when a version fails', () => {
    expect(only(buildWebService().stack, 'AWS::ECS::Service')).toMatchObject({
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
    });
  });

  test('cannot change their file system or their rights', () => {
    expect(container(buildWebService().stack)).toMatchObject({
      Image: IMAGE,
      ReadonlyRootFilesystem: true,
      Privileged: false,
      User: '10001:10001',
      LinuxParameters: { Capabilities: { Drop: ['ALL'] } },
    });
  });

  test('write only where they are told they may', () => {
    const { stack } = buildWebService(() => ({ writablePaths: ['/var/cache'] }));
    expect(container(stack)).toMatchObject({
      ReadonlyRootFilesystem: true,
      MountPoints: [{ ContainerPath: '/var/cache', ReadOnly: false, SourceVolume: 'scratch-var-cache' }],
    });
  });

  test('hold settings and secrets by reference, and no environment', () => {
    const { stack } = buildWebService((bench) => ({
      settings: { DB_HOST: 'db.internal' },
      secrets: {
        API_KEY: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(bench.stack, 'Key', 'api-key')),
      },
    }));
    const definition = container(stack);
    expect(definition).not.toHaveProperty('Environment');
    expect(definition).toMatchObject({ Secrets: [{ Name: 'DB_HOST' }, { Name: 'API_KEY' }] });
    expect(JSON.stringify(definition)).not.toContain('db.internal');
    expect(only(stack, 'AWS::SSM::Parameter')).toMatchObject({ Value: 'db.internal' });
  });

  test('pull one image, with no policy of AWS’s', () => {
    const { stack } = buildWebService();
    expect(only(stack, 'AWS::IAM::ManagedPolicy')).toMatchObject({
      PolicyDocument: {
        Statement: [
          { Action: 'ecr:GetAuthorizationToken' },
          {
            Action: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
            Resource: {
              'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecr:ap-east-1:123456789012:repository/team/app']],
            },
          },
        ],
      },
    });
    for (const { Properties } of ofType(stack, 'AWS::IAM::Role')) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  test('are started for this account only', () => {
    const roles = ofType(buildWebService().stack, 'AWS::IAM::Role');
    expect(roles).toHaveLength(2);
    for (const { Properties } of roles) {
      expect(JSON.stringify(Properties?.['AssumeRolePolicyDocument'])).toContain(
        '"aws:SourceAccount":{"Ref":"AWS::AccountId"}',
      );
    }
  });

  test('log, and are measured, under the customer key', () => {
    const { stack } = buildWebService();
    const groups = ofType(stack, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(2);
    for (const { Properties } of groups) {
      expect(Properties).toMatchObject({ KmsKeyId: { 'Fn::ImportValue': expect.any(String) }, RetentionInDays: 365 });
    }
    expect(container(stack)).toMatchObject({
      LogConfiguration: { LogDriver: 'awslogs', Options: { mode: 'non-blocking' } },
    });
    const { ClusterName, ClusterSettings } = only(stack, 'AWS::ECS::Cluster');
    expect(ClusterSettings).toEqual([{ Name: 'containerInsights', Value: 'enhanced' }]);
    // ECS would make the group of the metrics itself, without key, were it not there first.
    expect(onlyResource(stack, 'AWS::ECS::Cluster').DependsOn).toEqual([expect.stringContaining('InsightsLogs')]);
    expect(groups.map(({ Properties }) => Properties?.['LogGroupName'])).toContain(
      `/aws/ecs/containerinsights/${String(ClusterName)}/performance`,
    );
  });

  test('keep their scratch storage under the customer key', () => {
    const { stack, key } = buildWebService();
    expect(only(stack, 'AWS::ECS::Cluster')).toMatchObject({
      Configuration: {
        ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: { 'Fn::ImportValue': expect.any(String) } },
      },
    });
    expect(JSON.stringify(only(key.stack, 'AWS::KMS::Key'))).toContain('fargate.amazonaws.com');
  });

  test('grow with load, to three times as many', () => {
    const { stack } = buildWebService(() => ({ desiredCount: 3 }));
    expect(only(stack, 'AWS::ApplicationAutoScaling::ScalableTarget')).toMatchObject({
      MinCapacity: 3,
      MaxCapacity: 9,
    });
    expect(ofType(stack, 'AWS::ApplicationAutoScaling::ScalingPolicy')).toHaveLength(2);
  });
});
