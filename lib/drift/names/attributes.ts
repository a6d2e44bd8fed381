/** What is known of a deployed resource, to tell what its attributes are. */
export interface Named {
  readonly type: string;
  readonly physicalId: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  /** A property of its template, where that is plain text. */
  readonly text: (property: string) => string | undefined;
}

type Make = (named: Named) => string;

const own: Make = ({ physicalId }) => physicalId;

/** ARN of a resource of a service, by what stands before its name. */
const arn =
  (service: string, before = '', after = ''): Make =>
  ({ partition, region, account, physicalId }) =>
    `arn:${partition}:${service}:${region}:${account}:${before}${physicalId}${after}`;

const identity =
  (kind: string): Make =>
  ({ partition, account, physicalId, text }) =>
    `arn:${partition}:iam::${account}:${kind}${text('Path') ?? '/'}${physicalId}`;

/**
 * Attributes that follow from what CloudFormation calls a resource, by type and name.
 * Source: the service authorization reference (forms of ARNs), the CloudFormation user guide (return values).
 */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  'AWS::Backup::BackupVault': { BackupVaultArn: arn('backup', 'backup-vault:'), BackupVaultName: own },
  'AWS::Backup::LogicallyAirGappedBackupVault': {
    BackupVaultArn: arn('backup', 'backup-vault:'),
    BackupVaultName: own,
  },
  'AWS::CloudTrail::Trail': { Arn: arn('cloudtrail', 'trail/') },
  'AWS::DynamoDB::Table': { Arn: arn('dynamodb', 'table/') },
  'AWS::EC2::EIP': { PublicIp: own },
  'AWS::EC2::FlowLog': { Id: own },
  'AWS::EC2::InternetGateway': { InternetGatewayId: own },
  'AWS::EC2::NatGateway': { NatGatewayId: own },
  'AWS::EC2::NetworkAcl': { Id: own },
  'AWS::EC2::RouteTable': { RouteTableId: own },
  'AWS::EC2::SecurityGroup': { GroupId: own, Id: own },
  'AWS::EC2::Subnet': { SubnetId: own },
  'AWS::EC2::TransitGateway': { Id: own, TransitGatewayArn: arn('ec2', 'transit-gateway/') },
  'AWS::EC2::TransitGatewayAttachment': { Id: own },
  'AWS::EC2::TransitGatewayRouteTable': { TransitGatewayRouteTableId: own },
  'AWS::EC2::TransitGatewayVpcAttachment': { Id: own },
  'AWS::EC2::VPC': { VpcId: own, CidrBlock: ({ text }) => text('CidrBlock') ?? '' },
  'AWS::EC2::VPCEndpoint': { Id: own },
  'AWS::Events::EventBus': { Arn: arn('events', 'event-bus/'), Name: own },
  'AWS::IAM::ManagedPolicy': { PolicyArn: own },
  'AWS::IAM::Role': { Arn: identity('role') },
  'AWS::IAM::User': { Arn: identity('user') },
  'AWS::KMS::Key': { Arn: arn('kms', 'key/'), KeyId: own },
  'AWS::Kinesis::Stream': { Arn: arn('kinesis', 'stream/') },
  'AWS::KinesisFirehose::DeliveryStream': { Arn: arn('firehose', 'deliverystream/') },
  'AWS::Lambda::Function': { Arn: arn('lambda', 'function:') },
  'AWS::Logs::Destination': { Arn: arn('logs', 'destination:') },
  'AWS::Logs::LogGroup': { Arn: arn('logs', 'log-group:', ':*') },
  'AWS::Organizations::Policy': { Id: own },
  'AWS::S3::Bucket': { Arn: ({ partition, physicalId }) => `arn:${partition}:s3:::${physicalId}` },
  'AWS::SNS::Topic': { TopicArn: own, TopicName: ({ physicalId }) => physicalId.split(':').at(-1) ?? '' },
  'AWS::SQS::Queue': {
    QueueName: ({ physicalId }) => physicalId.split('/').at(-1) ?? '',
    Arn: (named) => arn('sqs')({ ...named, physicalId: named.physicalId.split('/').at(-1) ?? '' }),
  },
};

/** An attribute of a deployed resource; undefined where only its own interface tells. */
export function attributeOf(named: Named, attribute: string): string | undefined {
  const made = ATTRIBUTES[named.type]?.[attribute]?.(named);
  return made === '' ? undefined : made;
}

/** Names by which others speak of a resource, beside its physical id: the attributes that are told apart from all others. */
export function aliasesOf(named: Named): readonly (readonly [attribute: string, text: string])[] {
  return Object.entries(ATTRIBUTES[named.type] ?? {})
    .filter(([, make]) => make !== own)
    .map(([attribute, make]) => [attribute, make(named)] as const)
    .filter(([, text]) => text.startsWith('arn:'));
}
