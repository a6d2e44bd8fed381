import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const statement = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' };
const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
const tags = [{ Key: 'Owner', Value: 'records' }];

/** Resources as workloads have them, some of them wrong; each takes the index of its copy. */
const KINDS: readonly ((index: number) => object)[] = [
  () => ({ Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' }, Tags: tags } }),
  () => ({ Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/queue', Tags: tags } }),
  () => ({ Type: 'AWS::SNS::Topic', Properties: { Tags: tags } }),
  () => ({ Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: { Statement: [trust] } } }),
  () => ({ Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } }),
  (index) => ({
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'code', S3Key: `function-${index}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs20.x',
      Role: { 'Fn::GetAtt': [`IAMRole${index}`, 'Arn'] },
      Environment: { Variables: { STAGE: { Ref: 'Stage' } } },
    },
  }),
  (index) => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
      Policies: [{ PolicyName: `read-${index}`, PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }],
    },
  }),
  () => ({
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      GroupDescription: 'web',
      VpcId: { Ref: 'VpcId' },
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
    },
  }),
  () => ({ Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } }),
  () => ({
    Type: 'AWS::RDS::DBInstance',
    Properties: { Engine: 'postgres', DBInstanceClass: 'db.t3.medium', StorageEncrypted: true, MultiAZ: true },
  }),
];

/** Writes templates of so many resources each, in JSON; returns their paths. */
export function writeTemplates(folder: string, templates: number, resources: number): string[] {
  return Array.from({ length: templates }, (_, number) => {
    const file = join(folder, `template-${number}.json`);
    const parameters = { Stage: { Type: 'String' }, VpcId: { Type: 'AWS::EC2::VPC::Id' } };
    writeFileSync(file, JSON.stringify({ Parameters: parameters, Resources: resourcesOf(resources) }, undefined, 1));
    return file;
  });
}

function resourcesOf(count: number): object {
  const entries = Array.from({ length: count }, (_, at) => {
    const index = Math.floor(at / KINDS.length);
    const body = KINDS[at % KINDS.length]?.(index) ?? {};
    return [`${nameOf(body)}${index}`, body];
  });
  return Object.fromEntries(entries);
}

function nameOf(resource: object): string {
  return String(Reflect.get(resource, 'Type')).split('::').slice(1).join('');
}
