import {
  App,
  aws_elasticache as elasticache,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_rds as rds,
  aws_s3 as s3,
  aws_sns as sns,
  aws_sqs as sqs,
  CfnResource,
  pipelines,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { LionrockDefaults } from '../../../../constructs/residency';
import { RAW_SETTINGS } from '../../../../constructs/residency/defaults/raw/settings';
import { profileById } from '../../../../lib/profiles';

function template(build: (stack: Stack) => void): Template {
  const app = new App();
  LionrockDefaults.of(app, profileById('hk-s17'));
  const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-east-1' } });
  build(stack);
  return Template.fromStack(stack);
}

/** One resource of the type has the properties, among others. */
function expectOne(made: Template, type: string, properties: object): void {
  expect(Object.keys(made.findResources(type, { Properties: properties }))).toHaveLength(1);
}

const KEY = { 'Fn::GetAtt': [Match.stringLikeRegexp('^LionrockDefaultsKey'), 'Arn'] };

describe('L1 constructs and raw resources', () => {
  test.each(Object.keys(RAW_SETTINGS).filter((type) => type !== 'AWS::Lambda::Permission'))(
    '%s gets what its properties leave open',
    (type) => {
      const made = template((stack) => new CfnResource(stack, 'Subject', { type, properties: { Tags: [] } }));
      const resources = made.findResources(type);
      const subject = resources['Subject']?.['Properties'];
      expect(Object.keys(subject ?? {}).length).toBeGreaterThan(1);
      expect(JSON.stringify(subject)).toContain('LionrockDefaultsKey');
    },
  );

  test('an L1 bucket is private, versioned, logged, under a customer key, and refuses plain HTTP', () => {
    const made = template((stack) => new s3.CfnBucket(stack, 'Raw'));
    expectOne(made, 'AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } },
        ],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { DestinationBucketName: { Ref: Match.stringLikeRegexp('^LionrockDefaultsAccessLogs') } },
    });
    expectOne(made, 'AWS::S3::BucketPolicy', {
      Bucket: { Ref: 'Raw' },
      PolicyDocument: { Statement: [Match.objectLike({ Effect: 'Deny', Action: 's3:*' })] },
    });
  });

  test('a policy that is there stays as it is', () => {
    const made = template((stack) => {
      const { ref } = new sqs.CfnQueue(stack, 'Raw');
      const policyDocument = { Version: '2012-10-17', Statement: [] };
      new sqs.CfnQueuePolicy(stack, 'Policy', { queues: [ref], policyDocument });
      new sns.CfnTopic(stack, 'Topic');
    });
    expect(Object.keys(made.findResources('AWS::SQS::QueuePolicy'))).toEqual(['Policy']);
    expect(Object.keys(made.findResources('AWS::SNS::TopicPolicy'))).toHaveLength(1);
  });

  test('what code says is kept, and only the rest is filled in', () => {
    const made = template((stack) => {
      new elasticache.CfnReplicationGroup(stack, 'Cache', {
        replicationGroupDescription: 'Sessions',
        port: 7000,
        snapshotRetentionLimit: 14,
      });
      const raw = new CfnResource(stack, 'Database', { type: 'AWS::RDS::DBInstance' });
      raw.addPropertyOverride('KmsKeyId', 'arn:aws:kms:ap-east-1:111122223333:key/own');
    });
    expectOne(made, 'AWS::ElastiCache::ReplicationGroup', {
      Port: 7000,
      SnapshotRetentionLimit: 14,
      TransitEncryptionEnabled: true,
      KmsKeyId: KEY,
    });
    expectOne(made, 'AWS::RDS::DBInstance', {
      KmsKeyId: 'arn:aws:kms:ap-east-1:111122223333:key/own',
      StorageEncrypted: true,
    });
  });

  test('a member of a cluster leaves storage and backups to the cluster', () => {
    const made = template((stack) => new rds.CfnDBInstance(stack, 'Member', { dbClusterIdentifier: 'cluster' }));
    expectOne(made, 'AWS::RDS::DBInstance', {
      PubliclyAccessible: false,
      StorageEncrypted: Match.absent(),
      BackupRetentionPeriod: Match.absent(),
    });
  });

  test('a service may call a function for this account only', () => {
    const made = template((stack) => {
      new lambda.CfnPermission(stack, 'Open', {
        action: 'lambda:InvokeFunction',
        functionName: 'f',
        principal: 'secretsmanager.amazonaws.com',
      });
      new lambda.CfnPermission(stack, 'Named', {
        action: 'lambda:InvokeFunction',
        functionName: 'g',
        principal: 's3.amazonaws.com',
        sourceArn: 'arn:aws:s3:::documents',
      });
    });
    const account = (functionName: string) =>
      Object.values(made.findResources('AWS::Lambda::Permission', { Properties: { FunctionName: functionName } })).map(
        (each) => each['Properties']['SourceAccount'],
      );
    expect(account('f')).toEqual(['111122223333']);
    expect(account('g')).toEqual([undefined]);
  });

  test('a nested stage is reached by the first construct that is made in it', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('hk-s17'));
    const stage = new Stage(app, 'Production', { env: { account: '111122223333', region: 'ap-east-1' } });
    const stack = new Stack(stage, 'Test');
    new s3.Bucket(stack, 'Bucket');
    new sqs.CfnQueue(stack, 'Raw');
    expectOne(Template.fromStack(stack), 'AWS::SQS::Queue', { KmsMasterKeyId: KEY });
    expect(() => app.synth()).not.toThrow();
  });

  test('a nested stage that nothing reached fails synthesis: it would have come out open', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('hk-s17'));
    const stage = new Stage(app, 'Production', { env: { account: '111122223333', region: 'ap-east-1' } });
    new sqs.CfnQueue(new Stack(stage, 'Test'), 'Raw');
    expect(() => app.synth()).toThrow(/Production: found a stage of L1 constructs alone.*LionrockDefaults\.of/);
  });

  test('one key and one bucket for access logs serve a stack; nothing is made where nothing needs them', () => {
    const made = template((stack) => {
      new s3.Bucket(stack, 'One');
      new s3.Bucket(stack, 'Two');
    });
    expect(Object.keys(made.findResources('AWS::KMS::Key'))).toHaveLength(1);
    expect(Object.keys(made.findResources('AWS::S3::Bucket'))).toHaveLength(3);
    expect(Object.keys(template((stack) => new iam.CfnGroup(stack, 'G')).toJSON()['Resources'])).toEqual(['G']);
  });
});

// The bucket of a pipeline's artefacts has a name that CDK makes at synthesis, and is no text before.
test('an app with a pipeline that deploys it synthesizes', () => {
  const app = new App();
  LionrockDefaults.of(app, profileById('hk-s17'));
  const env = { account: '111122223333', region: 'ap-east-1' };
  const stack = new Stack(app, 'Pipeline', { env });
  const source = s3.Bucket.fromBucketName(stack, 'Source', 'source');
  const synth = new pipelines.ShellStep('Synth', {
    input: pipelines.CodePipelineSource.s3(source, 'app.zip') as pipelines.IFileSetProducer,
    commands: ['npx cdk synth'],
  });
  const pipeline = new pipelines.CodePipeline(stack, 'Pipeline', { synth: synth as pipelines.IFileSetProducer });
  const stage = new Stage(stack, 'Production', { env });
  new s3.Bucket(new Stack(stage, 'App'), 'Data');
  pipeline.addStage(stage);
  app.synth();
  const made = Template.fromStack(stack);
  expectOne(made, 'AWS::S3::Bucket', {
    LoggingConfiguration: { LogFilePrefix: 'Pipeline/Pipeline/Pipeline/bucket/' },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true },
  });
});
