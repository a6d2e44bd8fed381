import { shown, waysOut } from './world';

const OPEN = { Ref: 'Open' };
const balancer = (key: string, Value: unknown) => ({
  Scheme: 'internal',
  LoadBalancerAttributes: [{ Key: key, Value }],
});
const target = (Id: string, AvailabilityZone?: unknown) => ({ TargetType: 'ip', Targets: [{ Id, AvailabilityZone }] });
const vpc = { resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } } } };
const replica = (Destination: object) => ({ ReplicationConfiguration: { Role: 'r', Rules: [{ Destination }] } });
const shares = (more: object) => ({
  Name: 'd',
  Distributions: [{ Region: 'ap-east-1', AmiDistributionConfiguration: more }],
});
const policy = (Policy: unknown) => ({ Name: 'p', Type: 'network', Policy });
const rules = (AllowFromPublic: unknown) => JSON.stringify([{ Rules: [], AllowFromPublic }]);
const distribution = (Enabled: unknown) => ({
  DistributionConfig: { Enabled, Origins: [{ Id: 'o', DomainName: 'd' }] },
});
const flow = (ConnectorType: string) => ({ DestinationFlowConfigList: [{ ConnectorType }] });
const subscription = (Protocol: string) => ({
  Protocol,
  Endpoint: 'arn:aws:sqs:us-east-1:111122223333:q',
  TopicArn: 't',
});
const project = (Source: object, Artifacts: object) => ({ Source, Artifacts });

test.each<[string, object, readonly string[], ...(typeof vpc)[]]>([
  ['AWS::EC2::Route', { GatewayId: 'local' }, []],
  ['AWS::EC2::Route', { GatewayId: 'vpce-1' }, []],
  ['AWS::EC2::Route', { GatewayId: 'locals' }, ['fail traffic the internet']],
  ['AWS::EC2::Route', { GatewayId: 'igw-1' }, ['fail traffic the internet']],
  ['AWS::EC2::Route', { GatewayId: 'vgw-1' }, ['fail traffic outside AWS']],
  ['AWS::EC2::Route', { GatewayId: OPEN }, ['unknown traffic the internet']],
  ['AWS::EC2::Route', {}, []],
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    balancer('access_logs.s3.bucket', 'arn:aws:s3:::far'),
    ['unknown metadata unknown'],
  ],
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    balancer('connection_logs.s3.bucket', OPEN),
    ['unknown metadata unknown'],
  ],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', balancer('access_logs.s3.prefix', 'x'), []],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', balancer('access_logs.s3.bucket', undefined), []],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing' }, ['fail traffic the internet']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing', Type: 'gateway' }, []],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', target('10.0.1.5', 'all'), [], vpc],
  [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    target('10.9.1.5', 'all'),
    ['fail traffic addresses outside the VPC'],
    vpc,
  ],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', target('10.9.1.5', 'ap-east-1a'), [], vpc],
  [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    target('10.9.1.5', OPEN),
    ['unknown traffic addresses outside the VPC'],
    vpc,
  ],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', target('10.9.1.5'), [], vpc],
  ['AWS::OpenSearchServerless::SecurityPolicy', policy(rules(true)), ['fail traffic the internet']],
  ['AWS::OpenSearchServerless::SecurityPolicy', policy(rules(false)), []],
  ['AWS::OpenSearchServerless::SecurityPolicy', policy('no JSON'), ['unknown traffic the internet']],
  ['AWS::OpenSearchServerless::SecurityPolicy', policy(OPEN), ['unknown traffic the internet']],
  ['AWS::OpenSearchServerless::SecurityPolicy', { Name: 'p' }, []],
  ['AWS::S3::Bucket', replica({ Bucket: 'arn:aws:s3:::far' }), ['unknown data unknown']],
  ['AWS::S3::Bucket', replica({}), ['unknown data unknown']],
  [
    'AWS::S3::Bucket',
    replica({
      Bucket: 'arn:aws:s3:::far',
      EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-east-1:111122223333:key/k' },
    }),
    ['fail data us-east-1', 'fail data us-east-1'],
  ],
  [
    'AWS::S3::Bucket',
    replica({
      Bucket: 'arn:aws:s3:::far',
      EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:ap-east-1:111122223333:key/k' },
    }),
    [],
  ],
  [
    'AWS::S3::Bucket',
    replica({ Bucket: 'arn:aws:s3:::far', EncryptionConfiguration: { ReplicaKmsKeyID: 'alias/k' } }),
    ['unknown data unknown'],
  ],
  [
    'AWS::S3::Bucket',
    replica({ Bucket: 'arn:aws:s3:::far', EncryptionConfiguration: { ReplicaKmsKeyID: OPEN } }),
    ['unknown data unknown', 'unknown data unknown'],
  ],
  ['AWS::ImageBuilder::DistributionConfiguration', shares({ Name: 'x' }), []],
  [
    'AWS::ImageBuilder::DistributionConfiguration',
    shares({ TargetAccountIds: ['999999999999'] }),
    ['fail data another account'],
  ],
  [
    'AWS::ImageBuilder::DistributionConfiguration',
    shares({ LaunchPermissionConfiguration: { UserGroups: ['all'] } }),
    ['fail data another account'],
  ],
  ['AWS::CloudFront::Distribution', distribution(true), ['fail traffic edge locations']],
  ['AWS::CloudFront::Distribution', distribution(false), []],
  ['AWS::CloudFront::Distribution', distribution('false'), []],
  ['AWS::CloudFront::Distribution', distribution(OPEN), ['unknown traffic edge locations']],
  ['AWS::AppFlow::Flow', flow('S3'), []],
  ['AWS::AppFlow::Flow', flow('Salesforce'), ['fail data outside AWS']],
  ['AWS::SNS::Subscription', subscription('sqs'), ['fail data us-east-1']],
  ['AWS::SNS::Subscription', subscription('email'), ['fail data outside AWS']],
  [
    'AWS::CodeBuild::Project',
    project({ Type: 'GITHUB', Location: 'https://github.com/a/b' }, { Type: 'NO_ARTIFACTS' }),
    ['fail data github.com', 'fail traffic the internet'],
  ],
  [
    'AWS::CodeBuild::Project',
    project({ Type: 'NO_SOURCE', Location: 'https://github.com/a/b' }, { Type: 'NO_ARTIFACTS' }),
    ['fail traffic the internet'],
  ],
  [
    'AWS::CodeBuild::Project',
    project({ Type: 'NO_SOURCE' }, { Type: 'S3', Location: 'far' }),
    ['unknown data unknown', 'fail traffic the internet'],
  ],
])('%s with %j leads out: %j', (type, properties, expected, ...others) => {
  expect(shown(waysOut(type, properties, ...others))).toEqual(expected);
});
