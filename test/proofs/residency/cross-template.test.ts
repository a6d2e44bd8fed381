import { prove, shown, unitOf, waysOut, type Stack } from './world';

const copy = (region: string, more: Partial<Stack> = {}): Stack => ({
  resources: { Copy: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copies' } } },
  region,
  ...more,
});

const replicated = (destination: object) => ({
  ReplicationConfiguration: { Role: 'r', Rules: [{ Destination: destination }] },
});

describe('a bucket that replicates to one of another stack', () => {
  test('leaves where that stack is, whatever the ARN says', () => {
    const [path] = waysOut('AWS::S3::Bucket', replicated({ Bucket: 'arn:aws:s3:::copies' }), copy('ap-southeast-1'));
    expect(path).toMatchObject({ status: 'fail', kind: 'data', destination: 'ap-southeast-1', severity: 'critical' });
    expect(path?.witness.map(({ logicalId, template }) => [template, logicalId])).toEqual([
      ['stack-0.json', 'Subject'],
      ['stack-1.json', 'Copy'],
    ]);
  });

  test('stays with a stack at home', () => {
    expect(waysOut('AWS::S3::Bucket', replicated({ Bucket: 'arn:aws:s3:::copies' }), copy('ap-east-1'))).toEqual([]);
  });

  test('is not known where no stack makes it, unless the key of the replica tells', () => {
    const key = (region: string) => ({ ReplicaKmsKeyID: `arn:aws:kms:${region}:111122223333:key/1` });
    const to = (region?: string) =>
      shown(
        waysOut(
          'AWS::S3::Bucket',
          replicated({ Bucket: 'arn:aws:s3:::far', ...(region ? { EncryptionConfiguration: key(region) } : {}) }),
        ),
      );
    expect(to()).toEqual(['unknown data unknown']);
    expect(to('ap-east-1')).toEqual([]);
    expect([...new Set(to('ap-east-2'))]).toEqual(['fail data ap-east-2']);
  });

  test('does not stay because its key claims to', () => {
    const destination = {
      Bucket: 'arn:aws:s3:::copies',
      EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:ap-east-1:111122223333:key/1' },
    };
    const ways = waysOut('AWS::S3::Bucket', replicated(destination), copy('us-east-1'));
    expect(shown(ways.filter(({ logicalId }) => logicalId === 'Subject'))).toEqual(['fail data us-east-1']);
  });

  test('is not known where nobody says where the other stack is', () => {
    const subject = { Subject: { Type: 'AWS::S3::Bucket', Properties: replicated({ Bucket: 'arn:aws:s3:::copies' }) } };
    const graph = unitOf({ resources: subject }, { resources: copy('ap-east-1').resources, region: null });
    expect(shown(prove(graph).paths)).toEqual(['unknown data unknown']);
  });
});

describe('what another stack makes', () => {
  test('is found through an export', () => {
    const exported = {
      resources: { Stream: { Type: 'AWS::Kinesis::Stream', Properties: {} } },
      outputs: { Arn: { Value: { 'Fn::GetAtt': ['Stream', 'Arn'] }, Export: { Name: 'records' } } },
    };
    const filter = { DestinationArn: { 'Fn::ImportValue': 'records' } };
    expect(waysOut('AWS::Logs::SubscriptionFilter', filter, exported)).toEqual([]);
  });

  test('is found through a stored parameter of another region', () => {
    const stored = (region: string): Stack => ({
      resources: {
        Stream: { Type: 'AWS::Kinesis::Stream', Properties: {} },
        Name: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Name: '/records', Value: { 'Fn::GetAtt': ['Stream', 'Arn'] } },
        },
      },
      region,
    });
    const name = 'arn:aws:ssm:ap-east-2:111122223333:parameter/records';
    const subject = {
      Subject: { Type: 'AWS::Logs::SubscriptionFilter', Properties: { DestinationArn: { Ref: 'Target' } } },
    };
    const parameters = { Target: { Type: 'AWS::SSM::Parameter::Value<String>', Default: name } };
    const ways = prove(unitOf({ resources: subject, parameters }, stored('ap-east-2'))).paths;
    expect(shown(ways).filter((text) => text.endsWith('ap-east-2'))).toContain('fail data ap-east-2');
  });
});

describe('a stack outside the profile’s regions', () => {
  test('is one way out as a whole, and what it says of itself is none', () => {
    const resources = {
      Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs' } },
      Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { S3BucketName: { Ref: 'Logs' }, IsLogging: true } },
    };
    const { paths } = prove(unitOf({ resources, region: 'us-east-1' }));
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({
      type: 'AWS::CloudFormation::Stack',
      logicalId: '',
      property: '',
      destination: 'us-east-1',
      status: 'fail',
    });
  });

  test('is not compared by the beginning of its name', () => {
    const resources = { Logs: { Type: 'AWS::SQS::Queue', Properties: {} } };
    expect(shown(prove(unitOf({ resources, region: 'ap-east-2' })).paths)).toEqual(['fail data ap-east-2']);
  });
});
