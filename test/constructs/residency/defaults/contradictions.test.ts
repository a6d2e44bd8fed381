import {
  App,
  aws_ec2 as ec2,
  aws_kms as kms,
  aws_logs as logs,
  aws_rds as rds,
  aws_s3 as s3,
  aws_sqs as sqs,
  CfnResource,
  Stack,
} from 'aws-cdk-lib';
import { LionrockDefaults } from '../../../../constructs/residency';
import { profileById } from '../../../../lib/profiles';

const ENV = { account: '111122223333', region: 'ap-east-1' };

function problemsOf(build: (stack: Stack) => void, env = ENV): readonly string[] {
  const app = new App();
  const defaults = LionrockDefaults.of(app, profileById('hk-s17'));
  build(new Stack(app, 'Test', { env }));
  return defaults.problems();
}

describe('what code says against the defaults', () => {
  test.each<[string, (stack: Stack) => void, RegExp]>([
    [
      'a bucket that lets the public in',
      (stack) =>
        new s3.Bucket(stack, 'B', { blockPublicAccess: new s3.BlockPublicAccess({ blockPublicPolicy: false }) }).node,
      /^Test\/B\/Resource: found PublicAccessBlockConfiguration\.BlockPublicPolicy false, expected true .*; remove/,
    ],
    [
      'a bucket under a key of S3',
      (stack) => new s3.Bucket(stack, 'B', { encryption: s3.BucketEncryption.S3_MANAGED }).node,
      /^Test\/B\/Resource: found BucketEncryption\..*SSEAlgorithm "AES256", expected aws:kms with a customer key/,
    ],
    [
      'a queue without a customer key',
      (stack) => new sqs.Queue(stack, 'Q', { encryption: sqs.QueueEncryption.KMS_MANAGED }).node,
      /^Test\/Q\/Resource: found KmsMasterKeyId "alias\/aws\/sqs", expected a customer key/,
    ],
    [
      'a raw database that is public',
      (stack) => new rds.CfnDBInstance(stack, 'D', { publiclyAccessible: true, engine: 'postgres' }).node,
      /^Test\/D: found PubliclyAccessible true, expected false/,
    ],
    [
      'a raw resource of no class, by an override',
      (stack) => new CfnResource(stack, 'V', { type: 'AWS::EC2::Volume' }).addPropertyOverride('Encrypted', 'false'),
      /^Test\/V: found Encrypted "false", expected true/,
    ],
    [
      'logs that are kept too short',
      (stack) => new logs.LogGroup(stack, 'L', { retention: logs.RetentionDays.ONE_WEEK }).node,
      /^Test\/L\/Resource: found RetentionInDays 7, expected the days of the profile, or more/,
    ],
    [
      'a key that does not rotate',
      (stack) => new kms.Key(stack, 'K', { enableKeyRotation: false }).node,
      /^Test\/K\/Resource: found EnableKeyRotation false, expected true/,
    ],
    [
      'a security group that lets everything out',
      (stack) => {
        const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['ap-east-1a'] });
        new ec2.SecurityGroup(stack, 'G', { vpc, allowAllOutbound: true });
      },
      /^Test\/G\/Resource: found SecurityGroupEgress\.IpProtocol "-1", expected a protocol and a port.*allowTo/,
    ],
  ])('%s', (_, build, expected) => {
    const problems = problemsOf(build);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  test('fails synthesis, with the path of the construct', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('hk-s17'));
    new kms.Key(new Stack(app, 'Test', { env: ENV }), 'K', { enableKeyRotation: false });
    expect(() => app.synth()).toThrow(/Test\/K\/Resource: found EnableKeyRotation false/);
  });

  test('is nothing in code that only says what the defaults say, or leaves the rest to deployment', () => {
    const build = (stack: Stack) => {
      const encryptionKey = new kms.Key(stack, 'K', { enableKeyRotation: true });
      new s3.Bucket(stack, 'B', { encryptionKey, versioned: true, enforceSSL: true });
      new sqs.Queue(stack, 'Q', { encryptionMasterKey: encryptionKey });
    };
    expect(problemsOf(build)).toEqual([]);
  });

  test('a bucket that receives access logs may be under S3’s own keys: S3 delivers to no other', () => {
    const build = (stack: Stack) => {
      const serverAccessLogsBucket = new s3.Bucket(stack, 'Logs', { encryption: s3.BucketEncryption.S3_MANAGED });
      new s3.Bucket(stack, 'B', { serverAccessLogsBucket: serverAccessLogsBucket as s3.IBucket });
    };
    expect(problemsOf(build)).toEqual([]);
  });

  test('a stack in another region fails synthesis: Taipei is not Hong Kong', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('hk-s17'));
    new s3.Bucket(new Stack(app, 'Test', { env: { account: ENV.account, region: 'ap-east-2' } }), 'B');
    expect(() => app.synth()).toThrow(/deployed to ap-east-2: expected one of ap-east-1/);
  });

  test('information above the ceiling fails synthesis, with the clause', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('hk-s17'), { classification: 'RESTRICTED' });
    new Stack(app, 'Test', { env: ENV });
    expect(() => app.synth()).toThrow(/holds RESTRICTED: expected at most UNCLASSIFIED.*S17 17\.3\.1/);
  });
});

describe('a profile that states no levels and no retention', () => {
  test('still encrypts, and warns of what was not checked', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('us-fedramp-high'), { logRetentionDays: 400 });
    const stack = new Stack(app, 'Test', { env: { account: ENV.account, region: 'us-gov-west-1' } });
    new logs.LogGroup(stack, 'L');
    const assembly = app.synth();
    const { Resources } = assembly.getStackByName('Test').template;
    const group = Object.values<{ Type: string; Properties: object }>(Resources).find(
      ({ Type }) => Type === 'AWS::Logs::LogGroup',
    );
    expect(group?.Properties).toMatchObject({ RetentionInDays: 400, KmsKeyId: expect.anything() });
    expect(JSON.stringify(Resources)).not.toContain('arn:aws:');
  });
});
