/** One way in which resources of a type log: the property that names where to. */
export interface LogKind {
  readonly type: string;
  /** For people: what is recorded. */
  readonly kind: string;
  /** Property paths (`lib/template/at`) of a bucket, log group or stream: its name, its ARN or a reference. */
  readonly to: readonly string[];
}

/** Where resources say that they log. Source: the resource schemas of CloudFormation, read November 2026. */
export const LOG_KINDS: readonly LogKind[] = [
  { type: 'AWS::CloudTrail::Trail', kind: 'API calls', to: ['S3BucketName', 'CloudWatchLogsLogGroupArn'] },
  { type: 'AWS::Config::DeliveryChannel', kind: 'configuration', to: ['S3BucketName'] },
  { type: 'AWS::EC2::FlowLog', kind: 'packets', to: ['LogDestination', 'LogGroupName'] },
  { type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig', kind: 'DNS queries', to: ['DestinationArn'] },
  {
    type: 'AWS::NetworkFirewall::LoggingConfiguration',
    kind: 'firewall',
    to: [
      'LoggingConfiguration.LogDestinationConfigs[].LogDestination.bucketName',
      'LoggingConfiguration.LogDestinationConfigs[].LogDestination.logGroup',
      'LoggingConfiguration.LogDestinationConfigs[].LogDestination.deliveryStream',
    ],
  },
  { type: 'AWS::WAFv2::LoggingConfiguration', kind: 'web requests', to: ['LogDestinationConfigs[]'] },
  { type: 'AWS::S3::Bucket', kind: 'bucket access', to: ['LoggingConfiguration.DestinationBucketName'] },
  { type: 'AWS::ApiGateway::Stage', kind: 'API requests', to: ['AccessLogSetting.DestinationArn'] },
  { type: 'AWS::ApiGatewayV2::Stage', kind: 'API requests', to: ['AccessLogSettings.DestinationArn'] },
  {
    type: 'AWS::StepFunctions::StateMachine',
    kind: 'executions',
    to: ['LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn'],
  },
  { type: 'AWS::Lambda::Function', kind: 'program output', to: ['LoggingConfig.LogGroup'] },
  {
    type: 'AWS::ECS::TaskDefinition',
    kind: 'program output',
    to: ['ContainerDefinitions[].LogConfiguration.Options.awslogs-group'],
  },
  { type: 'AWS::CloudFront::Distribution', kind: 'web requests', to: ['DistributionConfig.Logging.Bucket'] },
  { type: 'AWS::Logs::SubscriptionFilter', kind: 'forwarding', to: ['DestinationArn'] },
  {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    kind: 'forwarding',
    to: ['ExtendedS3DestinationConfiguration.BucketARN', 'S3DestinationConfiguration.BucketARN'],
  },
];

/** Load balancers say it among their attributes. */
export const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
export const BALANCER_LOGS: readonly (readonly [kind: string, enabled: string, bucket: string])[] = [
  ['balancer requests', 'access_logs.s3.enabled', 'access_logs.s3.bucket'],
  ['balancer connections', 'connection_logs.s3.enabled', 'connection_logs.s3.bucket'],
];

/** Databases send their logs to log groups of their own. */
export const DATABASES: readonly string[] = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];
