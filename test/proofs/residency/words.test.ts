import type { Transfer } from '../../../lib/model';
import { lifeOf } from '../../../lib/proofs/residency/transfers/cover';
import { namesChannel, namesType } from '../../../lib/proofs/residency/transfers/mechanism';
import { prove, unitOf } from './world';

const transfer: Transfer = {
  id: 'copies',
  data: 'Published statistics',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'ap-southeast-1',
  mechanism: 'EFS replication',
  legalBasis: 'B/D consent',
  approver: 'DITSO',
  start: '2026-01-01',
  expires: '2027-06-30',
};

test.each([
  ['2025-12-31', 'not begun'],
  ['2026-01-01', 'live'],
  ['2027-06-30', 'live'],
  ['2027-07-01', 'expired'],
])('on %s a transfer is %s', (today, life) => {
  expect(lifeOf(transfer, today)).toBe(life);
});

test.each<[string, string, boolean]>([
  ['EFS replication', 'AWS::EFS::FileSystem', true],
  ['replication by efs', 'AWS::EFS::FileSystem', true],
  ['file system in Singapore', 'AWS::EFS::FileSystem', true],
  ['S3 replication', 'AWS::EFS::FileSystem', false],
  ['AWS::EFS::FileSystem', 'AWS::EFS::FileSystem', true],
  ['AWS::S3::Bucket, as EFS does', 'AWS::EFS::FileSystem', false],
  ['VPC peering', 'AWS::EC2::VPCPeeringConnection', true],
  ['load balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', true],
  ['ELB', 'AWS::ElasticLoadBalancingV2::Listener', true],
  ['elastic load balancing', 'AWS::ElasticLoadBalancingV2::Listener', true],
  ['an API', 'AWS::ApiGateway::RestApi', true],
  ['Systems Manager', 'AWS::SSM::Parameter', true],
  ['web ACL', 'AWS::WAFv2::IPSet', true],
  ['WAF', 'AWS::WAFv2::IPSet', true],
  ['a stack', 'AWS::CloudFormation::StackSet', true],
  ['Global Accelerator', 'AWS::GlobalAccelerator::EndpointGroup', true],
  ['Firehose', 'AWS::KinesisFirehose::DeliveryStream', true],
  ['identity federation', 'AWS::IAM::SAMLProvider', true],
  ['by courier', 'AWS::S3::Bucket', false],
])('the mechanism “%s” names %s: %s', (mechanism, type, expected) => {
  expect(namesType(mechanism, type)).toBe(expected);
});

test.each<[string, string, boolean]>([
  ['SNS by e-mail', 'email', true],
  ['SNS by emails', 'email-json', true],
  ['SNS by e-mail', 'https', false],
  ['SNS by webhook', 'https', true],
  ['SNS by https', 'http', false],
  ['SNS by http', 'http', true],
  ['text messages', 'sms', true],
  ['push to phones', 'application', true],
  ['push to phones', 'sms', false],
  ['SNS', 'email', true],
  ['SNS by e-mail', 'sqs', true],
])('the mechanism “%s” names the channel %s: %s', (mechanism, channel, expected) => {
  expect(namesChannel(mechanism, channel)).toBe(expected);
});

const resources = {
  Files: {
    Type: 'AWS::EFS::FileSystem',
    Properties: { ReplicationConfiguration: { Destinations: [{ Region: 'ap-southeast-1' }] } },
  },
};
const said = (register: readonly Transfer[] | undefined, claims?: object) => {
  const graph = unitOf({ resources, ...(claims ? { claims } : {}) });
  return prove(graph, register ? { register } : {}).paths[0]?.message;
};

const WAY = 'Continuous replication of the file system to another region: to ap-southeast-1.';
const HELD = 'its mechanism “S3” does not name EFS::FileSystem; it begins in us-east-1, and the stack is in ap-east-1';

test.each<[string, readonly Transfer[] | undefined, string]>([
  ['nobody covers', undefined, ''],
  ['no transfer leads to', [{ ...transfer, to: 'eu-west-1' }], ''],
  ['a transfer covers', [transfer], ' Transfer copies covers it until 2027-06-30.'],
  [
    'a transfer covers whose words are people’s',
    [{ ...transfer, to: 'The AP-southeast-1 ' }],
    ' Transfer copies covers it until 2027-06-30.',
  ],
  [
    'a transfer covered',
    [{ ...transfer, expires: '2026-06-30' }],
    ' No transfer covers it: transfer copies expired on 2026-06-30.',
  ],
  [
    'a transfer will cover',
    [{ ...transfer, start: '2027-01-01' }],
    ' No transfer covers it: transfer copies begins on 2027-01-01.',
  ],
  [
    'a transfer nearly covers',
    [{ ...transfer, from: 'us-east-1', mechanism: 'S3' }],
    ` No transfer covers it: transfer copies leads there, but ${HELD}.`,
  ],
])('a way out that %s says so', (_, register, expected) => {
  expect(said(register)).toBe(`${WAY}${expected}`);
});

test('a way out that a template claims says what decides', () => {
  const asked = 'give the landing zone’s config with --config, which decides';
  expect(said(undefined, { transfers: [transfer] })).toBe(`${WAY} The template claims transfer copies: ${asked}.`);
});
