/** What must stay text wherever the page shows it. */
export const HOSTILE = '</script><script>window.broken=1</script><img src=x onerror="window.broken=1">';

const everybody = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const zone = (name: string) => [{ Key: 'lionrock:zone', Value: name }];

/** A template with something for each section, much of it wrong, and names that try to be code. */
export const TEMPLATE = {
  AWSTemplateFormatVersion: '2010-09-09',
  Parameters: { Rotation: { Type: 'String' }, Password: { Type: 'String', Default: 'hunter2-hunter2' } },
  Resources: {
    Key: {
      Type: 'AWS::KMS::Key',
      Metadata: { 'aws:cdk:path': `App/${HOSTILE}/Key` },
      Properties: {
        Description: HOSTILE,
        EnableKeyRotation: { Ref: 'Rotation' },
        KeyPolicy: {
          Statement: [
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
            { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
          ],
        },
      },
    },
    Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/records', TargetKeyId: { Ref: 'Key' } } },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Metadata: { 'aws:cdk:path': `App/${HOSTILE}/Bucket` },
      Properties: { BucketName: 'records', ReplicationConfiguration: replication('arn:aws:s3:::elsewhere') },
    },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Statement: everybody } },
    },
    Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { IsLogging: true, S3BucketName: { Ref: 'Bucket' } } },
    Admin: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'administrator',
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
        },
        Policies: [
          { PolicyName: 'all', PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } },
        ],
      },
    },
    Database: {
      Type: 'AWS::RDS::DBInstance',
      Properties: { Engine: 'postgres', PubliclyAccessible: true, MasterUserPassword: 'hunter2-hunter2' },
    },
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', Tags: [{ Key: 'Name', Value: HOSTILE }] } },
    Front: subnet('10.0.1.0/24', 'internet-dmz'),
    Back: subnet('10.0.2.0/24', 'data'),
    Gateway: { Type: 'AWS::EC2::InternetGateway' },
    Attachment: {
      Type: 'AWS::EC2::VPCGatewayAttachment',
      Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } },
    },
    Open: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: HOSTILE,
        VpcId: { Ref: 'Vpc' },
        SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
      },
    },
  },
};

function subnet(block: string, name: string): object {
  return { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: block, Tags: zone(name) } };
}

function replication(bucket: string): object {
  const rules = [{ Status: 'Enabled', Destination: { Bucket: bucket } }];
  return { Role: 'arn:aws:iam::111122223333:role/replication', Rules: rules };
}
