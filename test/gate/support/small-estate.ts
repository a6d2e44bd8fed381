/** A small network with what a change can weaken in it, as a template: each part can be replaced, or left out by null. */
export function smallEstate(changes: Readonly<Record<string, object | null>> = {}): object {
  const resources = { ...PARTS, ...changes };
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: Object.fromEntries(Object.entries(resources).filter(([, resource]) => resource !== null)),
  };
}

const ref = (id: string) => ({ Ref: id });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const tags = (zone: string) => [
  { Key: 'Name', Value: zone },
  { Key: 'lionrock:zone', Value: zone },
];

/** A rule that lets this in. */
export const inward = (more: object) => ({
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  Description: 'web',
  ...more,
});

export const group = (name: string, rules: readonly object[]) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { GroupDescription: name, VpcId: ref('Vpc'), SecurityGroupIngress: rules },
});

export const allows = (actions: readonly string[], on: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action: actions,
  Resource: on,
  ...more,
});

export const role = (statements: readonly object[], more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    },
    Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    ...more,
  },
});

export const key = (more: object = {}, statements: readonly object[] = []) => ({
  Type: 'AWS::KMS::Key',
  Properties: {
    EnableKeyRotation: true,
    KeyPolicy: {
      Version: '2012-10-17',
      Statement: [allows(['kms:*'], '*', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }), ...statements],
    },
    ...more,
  },
});

export const bucket = (more: object = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    ...more,
  },
});

export const database = (more: object = {}) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: {
    Engine: 'postgres',
    StorageEncrypted: true,
    KmsKeyId: arn('Key'),
    PubliclyAccessible: false,
    VPCSecurityGroups: [ref('DataGroup')],
    DBSubnetGroupName: ref('DataSubnets'),
    ...more,
  },
});

export const guardrail = (statements: readonly object[], more: object = {}) => ({
  Type: 'AWS::Organizations::Policy',
  Properties: {
    Name: 'regions',
    Type: 'SERVICE_CONTROL_POLICY',
    TargetIds: ['r-abcd'],
    Content: { Version: '2012-10-17', Statement: statements },
    ...more,
  },
});

/** Denies all but some services outside Hong Kong. */
export const regionDeny = (exempt: readonly string[] = []) => ({
  Sid: 'OutsideHongKong',
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*', 'organizations:*', ...exempt],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-east-1' } },
});

const subnet = (zone: string, cidr: string, more: object = {}) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: ref('Vpc'), CidrBlock: cidr, AvailabilityZone: 'ap-east-1a', Tags: tags(zone), ...more },
});

export const webGroup = (more: readonly object[] = []) => group('web', [inward({ CidrIp: '203.0.113.0/24' }), ...more]);
export const dataGroup = (more: readonly object[] = []) =>
  group('data', [
    inward({ FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: { 'Fn::GetAtt': ['WebGroup', 'GroupId'] } }),
    ...more,
  ]);

const PARTS: Readonly<Record<string, object>> = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', Tags: [{ Key: 'Name', Value: 'portal' }] } },
  Gateway: { Type: 'AWS::EC2::InternetGateway' },
  Attachment: {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') },
  },
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
  Route: {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Gateway') },
  },
  WebSubnet: subnet('web', '10.0.0.0/24', { MapPublicIpOnLaunch: true }),
  WebRoutes: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { SubnetId: ref('WebSubnet'), RouteTableId: ref('Table') },
  },
  DataSubnet: subnet('data', '10.0.1.0/24'),
  OtherDataSubnet: subnet('data', '10.0.2.0/24', { AvailabilityZone: 'ap-east-1b' }),
  WebGroup: webGroup(),
  DataGroup: dataGroup(),
  Web: {
    Type: 'AWS::EC2::Instance',
    Properties: {
      ImageId: 'ami-1',
      InstanceType: 'm6i.large',
      SubnetId: ref('WebSubnet'),
      SecurityGroupIds: [ref('WebGroup')],
    },
  },
  DataSubnets: {
    Type: 'AWS::RDS::DBSubnetGroup',
    Properties: { DBSubnetGroupDescription: 'data', SubnetIds: [ref('DataSubnet'), ref('OtherDataSubnet')] },
  },
  Database: database(),
  Key: key(),
  Bucket: bucket(),
  Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 3653, KmsKeyId: arn('Key') } },
  Records: {
    Type: 'AWS::EC2::FlowLog',
    Properties: {
      ResourceId: ref('Vpc'),
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: arn('Bucket'),
    },
  },
  Task: role([allows(['s3:GetObject'], [arn('Bucket')])]),
  Regions: guardrail([regionDeny()]),
};
