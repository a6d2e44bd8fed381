import { profileById } from '../../../lib/profiles';
import { residencyOf } from '../../../lib/proofs/residency';
import { shown, unitOf, waysOut } from './world';

describe('regions', () => {
  test.each([
    ['the stack’s own', { Ref: 'AWS::Region' }, []],
    ['every one of a list', ['ap-east-1', 'us-west-2', 'eu-west-1'], ['fail data us-west-2', 'fail data eu-west-1']],
    ['no region at all', 'ap-east-9', ['fail data ap-east-9']],
  ])('%s', (_, value, expected) => {
    expect(shown(waysOut('AWS::Cassandra::Keyspace', { ReplicationSpecification: { RegionList: value } }))).toEqual(
      expected,
    );
  });

  test.each([
    ['ap-east-1a', []],
    ['ape1-az1', []],
    ['ap-east-1-tpe-1a', ['fail data ap-east-1-tpe-1a']],
    ['ap-east-2a', ['fail data ap-east-2a']],
  ])('a subnet in %s', (zone, expected) => {
    expect(shown(waysOut('AWS::EC2::Subnet', { AvailabilityZone: zone }))).toEqual(expected);
  });
});

describe('hosts', () => {
  const to = (url: unknown) => shown(waysOut('AWS::Events::ApiDestination', { InvocationEndpoint: url }));

  test.each<[unknown, readonly string[]]>([
    ['https://user:secret@collector.example.com:8443/x', ['fail data collector.example.com']],
    ['https://192.168.3.4/', []],
    ['https://[fd00::1]/x', []],
    ['https://8.8.8.8/', ['fail data 8.8.8.8']],
    ['https://queue.internal/x', []],
    ['https://abc.execute-api.ap-east-1.amazonaws.com/x', []],
    ['https://abc.execute-api.us-east-1.amazonaws.com/x', ['fail data us-east-1']],
    ['https://d111.cloudfront.net/x', ['fail data edge locations']],
    ['https://sts.amazonaws.com/', ['unknown data sts.amazonaws.com']],
    [{ 'Fn::Sub': 'https://collector.example.com/${Open}' }, ['fail data collector.example.com']],
    [{ 'Fn::Sub': 'https://${Open}.example.com/' }, ['unknown data unknown']],
    [{ 'Fn::Sub': 'https://x.execute-api.${AWS::Region}.${AWS::URLSuffix}/' }, []],
  ])('%j', (url, expected) => {
    expect(to(url)).toEqual(expected);
  });

  test('of a database connection stand in a map', () => {
    const connection = (url: string) => ({
      ConnectionInput: { ConnectionProperties: { JDBC_CONNECTION_URL: url, USERNAME: 'reader' } },
    });
    expect(shown(waysOut('AWS::Glue::Connection', connection('jdbc:postgresql://db.example.com:5432/x')))).toEqual([
      'fail data db.example.com',
    ]);
    expect(waysOut('AWS::Glue::Connection', connection('jdbc:postgresql://10.0.3.4:5432/x'))).toEqual([]);
  });
});

describe('defaults', () => {
  test.each([
    ['AWS::ApiGateway::RestApi', 'fail traffic edge locations'],
    ['AWS::EC2::NatGateway', 'fail traffic the internet'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'fail traffic the internet'],
    ['AWS::RAM::ResourceShare', 'fail data another account'],
    ['AWS::Route53::HealthCheck', 'fail traffic other regions'],
    ['AWS::Lambda::Function', 'fail traffic the internet'],
  ])('of %s lead out', (type, expected) => {
    expect(shown(waysOut(type, {}))).toContain(expected);
  });

  test('a regional API does not', () => {
    expect(waysOut('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } })).toEqual([]);
  });
});

describe('principals', () => {
  const policy = (statement: object) =>
    shown(
      waysOut('AWS::SQS::QueuePolicy', {
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }] },
      }),
    );

  test.each<[string, object, readonly string[]]>([
    ['another account', { Principal: { AWS: '999988887777' } }, ['fail data account 999988887777']],
    ['the own account', { Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } } }, []],
    ['a service', { Principal: { Service: 'sns.amazonaws.com' } }, []],
    ['everybody', { Principal: '*' }, ['fail data everybody']],
    [
      'everybody of the organisation',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
      [],
    ],
    ['nobody', { Effect: 'Deny', Principal: '*' }, []],
  ])('%s', (_, statement, expected) => {
    expect(policy(statement)).toEqual(expected);
  });
});

describe('security controls that move data themselves', () => {
  test.each<[string, object, string]>([
    ['AWS::Route53::KeySigningKey', { KeyManagementServiceArn: 'arn:aws:kms:us-east-1:111122223333:key/1' }, 'DNSSEC'],
    ['AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT' }, 'us-east-1'],
    [
      'AWS::Route53::HostedZone',
      { QueryLoggingConfig: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:q' } },
      'only',
    ],
    [
      'AWS::CloudFront::Distribution',
      {
        DistributionConfig: {
          Enabled: true,
          ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' },
        },
      },
      'only',
    ],
  ])('%s says why it must be there', (type, properties, word) => {
    const found = waysOut(type, properties).find(({ destination }) => destination === 'us-east-1');
    expect(found).toMatchObject({ status: 'fail' });
    expect(found?.message).toContain(word);
  });
});

describe('a profile’s own regions', () => {
  const key = {
    Key: {
      Type: 'AWS::Route53::KeySigningKey',
      Properties: { KeyManagementServiceArn: 'arn:aws:kms:us-east-1:111122223333:key/1' },
    },
  };

  test.each([
    ['us-fedramp-moderate', 'us-east-1', []],
    ['ca-cccs-medium', 'ca-central-1', ['us-east-1']],
  ])('decide what a service’s fixed region is: %s', (id, region, expected) => {
    const { paths } = residencyOf([unitOf({ resources: key, region })], {
      profile: profileById(id),
      today: '2026-11-26',
    });
    expect(paths.filter(({ status }) => status === 'fail').map(({ destination }) => destination)).toEqual(expected);
  });
});

describe('the policy of an endpoint', () => {
  const policy = (statement: object) =>
    shown(
      waysOut('AWS::EC2::VPCEndpoint', {
        PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', ...statement }] },
      }),
    );

  test('for everything lets data out, one that names its resources does not', () => {
    expect(policy({ Action: '*', Resource: '*' })).toEqual(['fail data everybody']);
    expect(policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::layers/*' })).toEqual([]);
  });
});

test('places that one resource names are told up to a bound', () => {
  const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2'];
  const variables = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`V${index}`, regions[index % 6]]));
  const open = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`REGION_${index}`, { Ref: 'Open' }]));
  const ways = waysOut('AWS::Lambda::Function', {
    VpcConfig: { SubnetIds: ['subnet-1'] },
    Environment: { Variables: { ...variables, ...open } },
  });
  expect(ways.filter(({ status }) => status === 'fail')).toHaveLength(20);
  expect(ways.filter(({ status }) => status === 'unknown')).toHaveLength(5);
});
