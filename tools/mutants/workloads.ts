import { add, both, each, edit, set, unset } from './edit';
import type { Body, Change, Operator } from './operator';

const FUNCTION = 'AWS::Lambda::Function';
const TASK = 'AWS::ECS::TaskDefinition';

/** Beside each key something can be added that has nothing to do with it. */
const KEY = 'AWS::KMS::Key';

const container = (properties: Body): Change => each('ContainerDefinitions', properties);

const SECRET = 'postgres://app:Sup3rS3cr3t-Passw0rd@db.internal:5432/app';

/** Functions, containers, and resources that somebody adds without a thought. */
export const WORKLOADS: readonly Operator[] = [
  {
    name: 'password in a function',
    type: FUNCTION,
    change: set('Environment', { Variables: { DATABASE_PASSWORD: 'Sup3rS3cr3t-Passw0rd' } }),
    controls: ['KEY-11'],
  },
  {
    name: 'password in a container',
    type: TASK,
    change: container({ Environment: [{ Name: 'DATABASE_URL', Value: SECRET }] }),
    controls: ['KEY-11'],
  },
  { name: 'runtime out of support', type: FUNCTION, change: set('Runtime', 'nodejs16.x'), controls: ['WKL-04'] },
  {
    name: 'a function on a public address',
    type: FUNCTION,
    change: (site) =>
      add({
        ExtraUrl: {
          Type: 'AWS::Lambda::Url',
          Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': [site.logicalId, 'Arn'] } },
        },
      })(site),
    controls: ['WKL-08', 'RES-15', 'NET-03'],
  },
  {
    name: 'a function that everybody may call',
    type: FUNCTION,
    change: (site) =>
      add({
        ExtraPermission: {
          Type: 'AWS::Lambda::Permission',
          Properties: { Action: 'lambda:InvokeFunction', FunctionName: { Ref: site.logicalId }, Principal: '*' },
        },
      })(site),
    controls: ['WKL-08', 'RES-15', 'RES-14', 'IDN-06'],
  },
  { name: 'container with all privileges', type: TASK, change: container({ Privileged: true }), controls: ['WKL-05'] },
  {
    name: 'container may write its root',
    type: TASK,
    change: container({ ReadonlyRootFilesystem: false }),
    controls: ['WKL-05'],
  },
  { name: 'container as root', type: TASK, change: container({ User: '0' }), controls: ['WKL-05'] },
  {
    name: 'container without logs',
    type: TASK,
    change: container({ LogConfiguration: undefined }),
    controls: ['LOG-06', 'LOG-03', 'WKL-05'],
  },
  {
    name: 'container on a public address',
    type: 'AWS::ECS::Service',
    change: set('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', 'ENABLED'),
    controls: ['NET-07'],
  },
  {
    name: 'a raw bucket',
    type: KEY,
    change: add({ ExtraBucket: { Type: 'AWS::S3::Bucket' } }),
    controls: ['RES-15', 'KEY-02', 'NET-14'],
  },
  {
    name: 'a raw queue',
    type: KEY,
    change: add({ ExtraQueue: { Type: 'AWS::SQS::Queue' } }),
    controls: ['KEY-02', 'KEY-01', 'NET-14'],
  },
  {
    name: 'a raw table',
    type: KEY,
    change: add({
      ExtraTable: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          BillingMode: 'PAY_PER_REQUEST',
        },
      },
    }),
    controls: ['KEY-02', 'BKP-06', 'BKP-05'],
  },
  {
    name: 'a raw key',
    type: KEY,
    change: add({
      ExtraKey: {
        Type: 'AWS::KMS::Key',
        Properties: {
          KeyPolicy: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
          },
        },
      },
    }),
    controls: ['KEY-05', 'KEY-07'],
  },
  {
    name: 'a raw instance',
    type: 'AWS::EC2::VPC',
    change: add({
      ExtraInstance: {
        Type: 'AWS::EC2::Instance',
        Properties: { ImageId: 'ami-0123456789abcdef0', InstanceType: 't3.micro' },
      },
    }),
    controls: ['IDN-11', 'WKL-03'],
  },
  {
    name: 'a raw volume',
    type: 'AWS::EC2::VPC',
    change: add({
      ExtraVolume: { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'ap-east-1a', Size: 10 } },
    }),
    controls: ['KEY-01'],
  },
  {
    name: 'a raw file system',
    type: KEY,
    change: add({ ExtraFiles: { Type: 'AWS::EFS::FileSystem' } }),
    controls: ['KEY-01'],
  },
  {
    name: 'a raw public API',
    type: KEY,
    change: add({
      ExtraApi: {
        Type: 'AWS::ApiGateway::RestApi',
        Properties: { Name: 'extra', EndpointConfiguration: { Types: ['EDGE'] } },
      },
    }),
    controls: ['RES-09', 'WKL-08', 'NET-03'],
  },
  {
    name: 'a raw distribution',
    type: KEY,
    change: add({
      ExtraEdge: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: [
              { Id: 'o', DomainName: 'example.org', CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } },
            ],
            DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all' },
          },
        },
      },
    }),
    controls: ['RES-09', 'NET-14'],
  },
  {
    name: 'a secret in plain text',
    type: KEY,
    change: add({
      ExtraSecret: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: 'Sup3rS3cr3t-Passw0rd' } },
    }),
    controls: ['KEY-11', 'KEY-12'],
  },
  {
    name: 'replicas of a secret',
    type: KEY,
    change: add({
      ExtraSecret: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: { GenerateSecretString: {}, ReplicaRegions: [{ Region: 'us-east-1' }] },
      },
    }),
    controls: ['RES-05'],
  },
  {
    name: 'a table in many regions',
    type: KEY,
    change: add({
      ExtraTable: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          Replicas: [{ Region: 'ap-east-1' }, { Region: 'us-east-1' }],
        },
      },
    }),
    controls: ['RES-03'],
  },
  {
    name: 'images replicated abroad',
    type: KEY,
    change: add({
      ExtraReplication: {
        Type: 'AWS::ECR::ReplicationConfiguration',
        Properties: {
          ReplicationConfiguration: {
            Rules: [{ Destinations: [{ Region: 'us-east-1', RegistryId: '999999999999' }] }],
          },
        },
      },
    }),
    controls: ['RES-07'],
  },
  {
    name: 'events sent abroad',
    type: 'AWS::Events::Rule',
    change: edit('Targets', () => [
      {
        Id: 'abroad',
        Arn: 'arn:aws:events:us-east-1:999999999999:event-bus/default',
        RoleArn: 'arn:aws:iam::110000000003:role/send',
      },
    ]),
    controls: ['RES-08', 'RES-11', 'RES-13', 'RES-03', 'DET-05'],
  },
  {
    name: 'alerts sent to a web address',
    type: 'AWS::SNS::Subscription',
    change: both(set('Protocol', 'https'), set('Endpoint', 'https://hooks.example.com/alerts')),
    controls: ['RES-13'],
  },
  {
    name: 'a model profile across regions',
    type: KEY,
    change: add({
      ExtraAgent: {
        Type: 'AWS::Bedrock::Agent',
        Properties: { AgentName: 'extra', FoundationModel: 'us.anthropic.claude-sonnet-4-20250514-v1:0' },
      },
    }),
    controls: ['RES-10'],
  },
  {
    name: 'stacks in another region',
    type: KEY,
    change: add({
      ExtraSet: {
        Type: 'AWS::CloudFormation::StackSet',
        Properties: {
          StackSetName: 'extra',
          PermissionModel: 'SERVICE_MANAGED',
          AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
          StackInstancesGroup: [
            { DeploymentTargets: { OrganizationalUnitIds: ['ou-hk01-digitalg'] }, Regions: ['us-east-1'] },
          ],
          TemplateURL: 'https://s3.ap-east-1.amazonaws.com/templates/a.json',
        },
      },
    }),
    controls: ['RES-01', 'RES-07', 'RES-03'],
  },
  {
    name: 'database kept by nobody',
    type: 'AWS::RDS::DBInstance',
    change: ({ resource }) => ((resource.DeletionPolicy = 'Delete'), true),
    controls: ['BKP-05', 'CHG-05'],
  },
  {
    name: 'database password in the template',
    type: 'AWS::RDS::DBInstance',
    change: both(unset('ManageMasterUserPassword'), set('MasterUserPassword', 'Sup3rS3cr3t-Passw0rd')),
    controls: ['KEY-11'],
  },
];
