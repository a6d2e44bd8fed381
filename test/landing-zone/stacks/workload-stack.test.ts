import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ResidencyBoundary } from '../../../constructs/residency';
import { ZonedVpc } from '../../../constructs/network';
import type { AccountConfig, LandingZoneConfig, Workload } from '../../../lib/config';
import { Names } from '../../../lib/landing-zone/names';
import { KeyStack } from '../../../lib/landing-zone/stacks/key-stack';
import { WorkloadStack } from '../../../lib/landing-zone/stacks/workload-stack';
import { profileById } from '../../../lib/profiles';
import { unacknowledged } from '../../support/compliance';
import { SMALL_CONFIG_FOLDER, smallConfig } from '../support/small-config';

const folder = mkdtempSync(join(tmpdir(), 'lionrock-workload-stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENDPOINT = 'https://vpce-1.dynamodb.ap-east-1.vpce.amazonaws.com';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

function accountOf(config: LandingZoneConfig) {
  const account = config.accounts.find(({ name }) => name === 'e-services-prod');
  if (!account) throw new Error('the small config has no e-services-prod');
  return account;
}

/** The account's network as its config describes it, in a stack of its own. */
function networkOf(stage: Stage, config: LandingZoneConfig, { vpcs: [vpc] }: AccountConfig): ZonedVpc {
  if (!vpc) throw new Error('the account has no VPC');
  return new ZonedVpc(new Stack(stage, 'network'), 'Network', {
    cidr: vpc.cidr,
    availabilityZones: config.availabilityZones,
    zones: Object.entries(vpc.zones).map(([name, subnets]) => ({ name, subnets })),
    flowLogs: { archiveBucketArn: 'arn:aws:s3:::archive' },
  });
}

/** The stack with some of the account's workloads, over a VPC that stands for the account's network. */
function build(change: (workloads: Workload[]) => Workload[] = (workloads) => workloads): WorkloadStack {
  const config = smallConfig();
  const found = accountOf(config);
  const account = { ...found, workloads: change(found.workloads) };
  const env = { account: account.id, region: config.homeRegion };
  const app = new App({
    outdir: mkdtempSync(join(folder, 'out-')),
    context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  });
  const stage = new Stage(app, account.name, { env });
  const context = {
    config,
    profile: profileById('hk-s17'),
    account,
    names: new Names(config, profileById('hk-s17')),
    configFolder: SMALL_CONFIG_FOLDER,
  };
  const keys = new KeyStack(stage, 'keys', context);
  const network = networkOf(stage, config, account);
  const zones = { application: network.zone('application'), data: network.zone('data') };
  return new WorkloadStack(stage, 'workloads', { ...context, zones, keys, dynamoDbEndpoint: ENDPOINT });
}

function only(stack: Stack, type: string, holding = ''): Record<string, unknown> {
  const all: Resource[] = Object.values(Template.fromStack(stack).findResources(type)).map(({ Type, Properties }) => ({
    Type,
    Properties,
  }));
  const [found, ...others] = all.filter((resource) => JSON.stringify(resource).includes(holding));
  if (!found || others.length > 0) throw new Error(`expected one ${type}, found ${others.length + (found ? 1 : 0)}`);
  return found.Properties;
}

describe('WorkloadStack', () => {
  const stack = build();
  const template = Template.fromStack(stack);

  test('is compliant', () => {
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('keeps everything inside the jurisdiction', () => {
    const inside = ResidencyBoundary.of(build(), {
      profile: profileById('hk-s17'),
      deploymentModel: 'public',
      classification: 'UNCLASSIFIED',
      personalData: false,
    });
    expect(inside.problems()).toEqual([]);
  });

  test('is protected and says what it is', () => {
    expect(stack.terminationProtection).toBe(true);
    expect(template.toJSON()).toHaveProperty('Description', expect.stringContaining('e-services-prod'));
  });

  test('makes every workload of the account', () => {
    const counts: Record<string, number> = {};
    for (const { Type } of Object.values<Resource>(template.toJSON().Resources)) counts[Type] = (counts[Type] ?? 0) + 1;
    expect(counts).toMatchSnapshot();
  });

  test('gives the web service the fixed address in each subnet of its zone', () => {
    expect(only(stack, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'PrivateIPv4Address')).toMatchObject({
      Scheme: 'internal',
      SubnetMappings: [
        {
          PrivateIPv4Address: '10.64.32.10',
          SubnetId: { 'Fn::ImportValue': expect.stringContaining('SubnetsapplicationSubneta') },
        },
        {
          PrivateIPv4Address: '10.64.33.10',
          SubnetId: { 'Fn::ImportValue': expect.stringContaining('SubnetsapplicationSubnetb') },
        },
        {
          PrivateIPv4Address: '10.64.34.10',
          SubnetId: { 'Fn::ImportValue': expect.stringContaining('SubnetsapplicationSubnetc') },
        },
      ],
    });
  });

  test('gives the web service its database, by reference only', () => {
    const definition = JSON.stringify(only(stack, 'AWS::ECS::TaskDefinition'));
    for (const name of [
      'DB_HOST',
      'DB_PORT',
      'DB_NAME',
      'DB_USERNAME',
      'DB_PASSWORD',
      'TABLE_BOOKMARKS',
      'AWS_ENDPOINT_URL_DYNAMODB',
    ]) {
      expect(definition).toContain(`"Name":"${name}"`);
    }
    expect(definition).toContain(':password::');
    expect(definition).not.toContain('"Environment"');
  });

  test('sends access logs to the archive by name', () => {
    expect(JSON.stringify(only(stack, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'connection_logs'))).toContain(
      '"access_logs.s3.bucket","Value":"small-200000000002-access"',
    );
  });

  test('stands the database in the data zone', () => {
    expect(only(stack, 'AWS::RDS::DBSubnetGroup')).toMatchObject({
      SubnetIds: expect.arrayContaining([{ 'Fn::ImportValue': expect.stringContaining('data') }]),
    });
    expect(only(stack, 'AWS::RDS::DBInstance')).toMatchObject({ Port: '15432', BackupRetentionPeriod: 35 });
  });

  test('tells functions where their tables and datasets are, and lets them in', () => {
    const properties = only(stack, 'AWS::Lambda::Function', 'TABLE_BOOKMARKS');
    expect(properties).toMatchObject({
      Environment: {
        Variables: {
          TABLE_BOOKMARKS: { Ref: expect.stringContaining('bookmarks') },
          BUCKET_PUBLISHED_FEEDS: { Ref: expect.stringContaining('publishedfeeds') },
          AWS_ENDPOINT_URL_DYNAMODB: ENDPOINT,
        },
      },
    });
    const policy = JSON.stringify(only(stack, 'AWS::IAM::Policy', 'feedimporterRole'));
    for (const action of ['dynamodb:PutItem', 's3:PutObject', 'sqs:ReceiveMessage']) expect(policy).toContain(action);
  });

  test('triggers functions by queue and by schedule', () => {
    expect(only(stack, 'AWS::Lambda::EventSourceMapping')).toHaveProperty('EventSourceArn', {
      'Fn::GetAtt': [expect.stringContaining('feedupdatesQueue'), 'Arn'],
    });
    expect(only(stack, 'AWS::Events::Rule')).toMatchObject({ ScheduleExpression: 'rate(1 day)' });
  });

  test('tags stores with the account’s tier for its backup plans', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::RDS::DBInstance']) {
      expect(only(stack, type)).toMatchObject({
        Tags: expect.arrayContaining([{ Key: 'lionrock:backup-tier', Value: '2' }]),
      });
    }
  });

  test('keeps application logs as long as the profile asks, in a period that CloudWatch Logs knows', () => {
    const groups = Object.values(template.findResources('AWS::Logs::LogGroup'));
    expect(new Set(groups.map(({ Properties }) => Properties.RetentionInDays))).toEqual(new Set([365]));
  });

  test('leaves every other resource as it was when a workload is added or moved', () => {
    const before = Template.fromStack(
      build((workloads) => workloads.filter(({ name }) => name !== 'nightly-report')),
    ).toJSON();
    const after = Template.fromStack(build((workloads) => [...workloads].toReversed())).toJSON();
    for (const [id, resource] of Object.entries(before['Resources'])) expect(after['Resources'][id]).toEqual(resource);
  });

  test('makes no access log bucket where there is no dataset', () => {
    const without = build((workloads) => workloads.filter(({ type }) => type === 'queue'));
    expect(Template.fromStack(without).findResources('AWS::S3::Bucket')).toEqual({});
  });

  test.each<[string, (workloads: Workload[]) => Workload[], RegExp]>([
    [
      'a table that is not there',
      (workloads) => workloads.filter(({ type }) => type !== 'table'),
      /workload "feed-importer" names the table "bookmarks": expected one of: the account has none/,
    ],
    [
      'a zone that is not there',
      (workloads) =>
        workloads.map((workload) => (workload.type === 'postgres' ? { ...workload, zone: 'vault' } : workload)),
      /workload "portal-db" stands in zone "vault": expected one of application, data/,
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => build(change)).toThrow(message);
  });
});
