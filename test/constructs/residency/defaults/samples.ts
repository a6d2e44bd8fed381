import {
  aws_apigateway as apigateway,
  aws_autoscaling as autoscaling,
  aws_backup as backup,
  aws_codebuild as codebuild,
  aws_docdb as docdb,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecr as ecr,
  aws_ecs as ecs,
  aws_efs as efs,
  aws_events as events,
  aws_iam as iam,
  aws_kinesis as kinesis,
  aws_kinesisfirehose as firehose,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_opensearchservice as opensearch,
  aws_rds as rds,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  Size,
  type Stack,
} from 'aws-cdk-lib';

/** What plain code makes, and what its template must hold with the defaults, and does not hold without. */
export interface Sample {
  readonly of: { readonly PROPERTY_INJECTION_ID: string };
  readonly make: (stack: Stack, vpc: ec2.IVpc) => void;
  readonly type: string;
  /** Paths below Properties, with their value or `key` for a customer key. */
  readonly expect: Readonly<Record<string, unknown>>;
}

const KEY = 'key';
const inline = lambda.Code.fromInline('exports.handler = async () => {};');
const isolated = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
const machineImage = ec2.MachineImage.genericLinux({ 'ap-east-1': 'ami-0a1b2c3d4e5f60718' });
const instanceType = ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MEDIUM);
const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
const postgres = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 });

export const SAMPLES: readonly Sample[] = [
  {
    of: s3.Bucket,
    make: (stack) => new s3.Bucket(stack, 'S'),
    type: 'AWS::S3::Bucket',
    expect: {
      'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID': KEY,
      'PublicAccessBlockConfiguration.BlockPublicPolicy': true,
      'VersioningConfiguration.Status': 'Enabled',
    },
  },
  {
    of: ec2.Volume,
    make: (stack) => new ec2.Volume(stack, 'S', { availabilityZone: 'ap-east-1a', size: Size.gibibytes(8) }),
    type: 'AWS::EC2::Volume',
    expect: { Encrypted: true, KmsKeyId: KEY },
  },
  {
    of: efs.FileSystem,
    make: (stack, vpc) => new efs.FileSystem(stack, 'S', { vpc, vpcSubnets: isolated }),
    type: 'AWS::EFS::FileSystem',
    expect: { KmsKeyId: KEY, 'BackupPolicy.Status': 'ENABLED' },
  },
  {
    of: ecr.Repository,
    make: (stack) => new ecr.Repository(stack, 'S'),
    type: 'AWS::ECR::Repository',
    expect: { 'EncryptionConfiguration.KmsKey': KEY, ImageTagMutability: 'IMMUTABLE' },
  },
  {
    of: rds.DatabaseInstance,
    make: (stack, vpc) => new rds.DatabaseInstance(stack, 'S', { engine: postgres, vpc, vpcSubnets: isolated }),
    type: 'AWS::RDS::DBInstance',
    expect: { KmsKeyId: KEY, StorageEncrypted: true, ManageMasterUserPassword: true, Port: '15432', MultiAZ: true },
  },
  {
    of: rds.DatabaseInstanceReadReplica,
    make: (stack, vpc) => {
      const sourceDatabaseInstance = new rds.DatabaseInstance(stack, 'Source', {
        engine: postgres,
        vpc,
        vpcSubnets: isolated,
        instanceIdentifier: 'source',
      });
      new rds.DatabaseInstanceReadReplica(stack, 'S', {
        sourceDatabaseInstance,
        instanceType,
        vpc,
        vpcSubnets: isolated,
      });
    },
    type: 'AWS::RDS::DBInstance',
    expect: { KmsKeyId: KEY, EnableIAMDatabaseAuthentication: true },
  },
  {
    of: rds.DatabaseCluster,
    make: (stack, vpc) =>
      new rds.DatabaseCluster(stack, 'S', {
        engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
        writer: rds.ClusterInstance.serverlessV2('writer'),
        vpc,
        vpcSubnets: isolated,
      }),
    type: 'AWS::RDS::DBCluster',
    expect: { KmsKeyId: KEY, Port: 15432, ManageMasterUserPassword: true },
  },
  {
    of: docdb.DatabaseCluster,
    make: (stack, vpc) =>
      new docdb.DatabaseCluster(stack, 'S', {
        masterUser: { username: 'keeper' },
        instanceType,
        vpc,
        vpcSubnets: isolated,
      }),
    type: 'AWS::DocDB::DBCluster',
    expect: { KmsKeyId: KEY, Port: 37017, EnableCloudwatchLogsExports: ['audit', 'profiler'] },
  },
  {
    of: dynamodb.Table,
    make: (stack) => new dynamodb.Table(stack, 'S', { partitionKey }),
    type: 'AWS::DynamoDB::Table',
    expect: { 'SSESpecification.KMSMasterKeyId': KEY, DeletionProtectionEnabled: true },
  },
  {
    of: dynamodb.TableV2,
    make: (stack) => new dynamodb.TableV2(stack, 'S', { partitionKey }),
    type: 'AWS::DynamoDB::GlobalTable',
    expect: { 'Replicas.0.SSESpecification.KMSMasterKeyId': KEY, 'Replicas.0.DeletionProtectionEnabled': true },
  },
  {
    of: sqs.Queue,
    make: (stack) => new sqs.Queue(stack, 'S'),
    type: 'AWS::SQS::Queue',
    expect: { KmsMasterKeyId: KEY },
  },
  {
    of: sns.Topic,
    make: (stack) => new sns.Topic(stack, 'S'),
    type: 'AWS::SNS::Topic',
    expect: { KmsMasterKeyId: KEY },
  },
  {
    of: kinesis.Stream,
    make: (stack) => new kinesis.Stream(stack, 'S'),
    type: 'AWS::Kinesis::Stream',
    expect: { 'StreamEncryption.KeyId': KEY },
  },
  {
    of: firehose.DeliveryStream,
    make: (stack) => {
      const bucket = s3.Bucket.fromBucketName(stack, 'B', 'reports');
      new firehose.DeliveryStream(stack, 'S', { destination: new firehose.S3Bucket(bucket) });
    },
    type: 'AWS::KinesisFirehose::DeliveryStream',
    expect: { 'DeliveryStreamEncryptionConfigurationInput.KeyARN': KEY },
  },
  {
    of: events.EventBus,
    make: (stack) => new events.EventBus(stack, 'S'),
    type: 'AWS::Events::EventBus',
    expect: { KmsKeyIdentifier: KEY },
  },
  {
    of: lambda.Function,
    make: (stack) =>
      new lambda.Function(stack, 'S', { runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler', code: inline }),
    type: 'AWS::Lambda::Function',
    expect: { KmsKeyArn: KEY, 'TracingConfig.Mode': 'Active' },
  },
  {
    of: logs.LogGroup,
    make: (stack) => new logs.LogGroup(stack, 'S'),
    type: 'AWS::Logs::LogGroup',
    expect: { KmsKeyId: KEY, RetentionInDays: 365 },
  },
  {
    of: sfn.StateMachine,
    make: (stack) =>
      new sfn.StateMachine(stack, 'S', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'P')) }),
    type: 'AWS::StepFunctions::StateMachine',
    expect: { 'EncryptionConfiguration.KmsKeyId': KEY, 'TracingConfiguration.Enabled': true },
  },
  {
    of: ecs.Cluster,
    make: (stack, vpc) => new ecs.Cluster(stack, 'S', { vpc }),
    type: 'AWS::ECS::Cluster',
    expect: { ClusterSettings: [{ Name: 'containerInsights', Value: 'enhanced' }] },
  },
  {
    of: codebuild.Project,
    make: (stack) =>
      new codebuild.Project(stack, 'S', { buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2', phases: {} }) }),
    type: 'AWS::CodeBuild::Project',
    expect: { EncryptionKey: KEY },
  },
  {
    of: ec2.Instance,
    make: (stack, vpc) => new ec2.Instance(stack, 'S', { vpc, vpcSubnets: isolated, instanceType, machineImage }),
    type: 'AWS::EC2::Instance',
    expect: { Monitoring: true },
  },
  {
    of: ec2.LaunchTemplate,
    make: (stack) => new ec2.LaunchTemplate(stack, 'S', { instanceType }),
    type: 'AWS::EC2::LaunchTemplate',
    expect: { 'LaunchTemplateData.MetadataOptions.HttpTokens': 'required' },
  },
  {
    of: autoscaling.AutoScalingGroup,
    make: (stack, vpc) =>
      new autoscaling.AutoScalingGroup(stack, 'S', { vpc, vpcSubnets: isolated, instanceType, machineImage }),
    type: 'AWS::AutoScaling::LaunchConfiguration',
    expect: { 'MetadataOptions.HttpTokens': 'required' },
  },
  {
    of: ec2.SecurityGroup,
    make: (stack, vpc) => new ec2.SecurityGroup(stack, 'S', { vpc }),
    type: 'AWS::EC2::SecurityGroup',
    expect: { 'SecurityGroupEgress.0.CidrIp': '255.255.255.255/32' },
  },
  {
    of: apigateway.RestApi,
    make: (stack) => new apigateway.RestApi(stack, 'S').root.addMethod('GET'),
    type: 'AWS::ApiGateway::RestApi',
    expect: { 'EndpointConfiguration.Types': ['REGIONAL'] },
  },
  {
    of: secretsmanager.Secret,
    make: (stack) => new secretsmanager.Secret(stack, 'S'),
    type: 'AWS::SecretsManager::Secret',
    expect: { KmsKeyId: KEY },
  },
  {
    of: kms.Key,
    make: (stack) => new kms.Key(stack, 'S', { policy: new iam.PolicyDocument() }),
    type: 'AWS::KMS::Key',
    expect: { EnableKeyRotation: true },
  },
  {
    of: backup.BackupVault,
    make: (stack) => new backup.BackupVault(stack, 'S'),
    type: 'AWS::Backup::BackupVault',
    expect: { EncryptionKeyArn: KEY },
  },
  {
    of: opensearch.Domain,
    make: (stack) => new opensearch.Domain(stack, 'S', { version: opensearch.EngineVersion.OPENSEARCH_2_19 }),
    type: 'AWS::OpenSearchService::Domain',
    expect: { 'EncryptionAtRestOptions.KmsKeyId': KEY, 'DomainEndpointOptions.EnforceHTTPS': true },
  },
];
