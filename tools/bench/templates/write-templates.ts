import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const sub = (text: string) => ({ 'Fn::Sub': text });
const arn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const statement = (index: number) => ({
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject', 'kms:Decrypt'],
  Resource: [sub(`\${Bucket${index}.Arn}/*`), arn(`Key${index}`)],
});

/** Resources of one application, which name each other as people's templates do. */
const MAKERS: readonly ((index: number) => readonly [name: string, type: string, properties: object])[] = [
  (index) => [
    `Key${index}`,
    'AWS::KMS::Key',
    {
      EnableKeyRotation: { 'Fn::If': ['Production', true, false] },
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    },
  ],
  (index) => [
    `Bucket${index}`,
    'AWS::S3::Bucket',
    {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn(`Key${index}`) } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: index % 2 === 0,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      Tags: [{ Key: 'name', Value: sub(`bucket-${index}-\${Environment}`) }],
    },
  ],
  (index) => [
    `Policy${index}`,
    'AWS::S3::BucketPolicy',
    {
      Bucket: { Ref: `Bucket${index}` },
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [arn(`Bucket${index}`), sub(`\${Bucket${index}.Arn}/*`)],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  ],
  (index) => [
    `Group${index}`,
    'AWS::EC2::SecurityGroup',
    {
      GroupDescription: 'front',
      VpcId: { Ref: 'VpcId' },
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8', Description: 'from inside' },
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: { Ref: 'Administrators' } },
      ],
    },
  ],
  (index) => [
    `Role${index}`,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [{ PolicyName: 'data', PolicyDocument: { Statement: [statement(index)] } }],
    },
  ],
  (index) => [
    `Function${index}`,
    'AWS::Lambda::Function',
    {
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Role: arn(`Role${index}`),
      Code: { S3Bucket: { Ref: `Bucket${index}` }, S3Key: 'code.zip' },
      Environment: { Variables: { BUCKET: { Ref: `Bucket${index}` }, QUEUE: { Ref: `Queue${index}` } } },
    },
  ],
  (index) => [
    `Queue${index}`,
    'AWS::SQS::Queue',
    { KmsMasterKeyId: arn(`Key${index}`), RedrivePolicy: { maxReceiveCount: 3 } },
  ],
  (index) => [
    `Database${index}`,
    'AWS::RDS::DBInstance',
    {
      Engine: 'postgres',
      DBInstanceClass: 'db.m6g.large',
      AllocatedStorage: '100',
      StorageEncrypted: { 'Fn::If': ['Production', true, { Ref: 'AWS::NoValue' }] },
      KmsKeyId: arn(`Key${index}`),
      MasterUsername: 'application',
      ManageMasterUserPassword: true,
      PubliclyAccessible: false,
      VPCSecurityGroups: [{ Ref: `Group${index}` }],
    },
  ],
  (index) => [
    `Topic${index}`,
    'AWS::SNS::Topic',
    { KmsMasterKeyId: index % 3 === 0 ? 'alias/aws/sns' : { Ref: `Key${index}` } },
  ],
  (index) => [
    `Logs${index}`,
    'AWS::Logs::LogGroup',
    { LogGroupName: sub(`/app/\${Environment}/${index}`), RetentionInDays: { Ref: 'Retention' } },
  ],
];

/** Ten kinds of resources, so many times in each template. */
const ROUNDS = 5;

/** Resources in each template that `writeTemplates` makes. */
export const RESOURCES = MAKERS.length * ROUNDS;

function templateOf(seed: number): object {
  const indexes = Array.from({ length: ROUNDS }, (_, round) => seed * ROUNDS + round);
  const resources = indexes.flatMap((index) => MAKERS.map((make) => make(index)));
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: {
      Environment: { Type: 'String', Default: 'production', AllowedValues: ['production', 'test'] },
      VpcId: { Type: 'AWS::EC2::VPC::Id' },
      Administrators: { Type: 'String', Default: '10.1.0.0/16' },
      Retention: { Type: 'Number', Default: 400 },
    },
    Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Environment' }, 'production'] } },
    Resources: Object.fromEntries(resources.map(([name, Type, Properties]) => [name, { Type, Properties }])),
  };
}

/**
 * Writes `count` templates, each as JSON into `json` and as YAML into `yaml` below the folder. All of them load into CDK,
 * so that every side can judge the same files.
 */
export function writeTemplates(count: number, folder: string): void {
  for (const kind of ['json', 'yaml']) mkdirSync(join(folder, kind));
  for (let seed = 0; seed < count; seed++) {
    const template = templateOf(seed);
    writeFileSync(join(folder, 'json', `t${seed}.json`), JSON.stringify(template, undefined, 1));
    writeFileSync(join(folder, 'yaml', `t${seed}.yaml`), stringify(template, { aliasDuplicateObjects: false }));
  }
}
