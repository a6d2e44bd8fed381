import { Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import {
  ConfigAggregator,
  ConfigRecorder,
  EncryptedLogGroup,
  type EncryptedLogGroupProps,
  OrganizationTrail,
  type OrganizationTrailProps,
} from '../../../constructs/logging';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, HONG_KONG, keyIn, ORGANIZATION, SILENT } from './support';

const ALIAS = 'arn:aws:kms:ap-east-1:110000000002:alias/hk-government/archive/trail';

function trailIn(stack: Stack, props: Partial<OrganizationTrailProps> = {}): OrganizationTrail {
  return new OrganizationTrail(stack, 'Trail', {
    trailName: 'organization',
    organizationId: ORGANIZATION,
    bucketName: 'hk-government-110000000002-trail',
    keyArn: ALIAS,
    logGroupKey: keyIn(stack),
    profile: HONG_KONG,
    ...props,
  });
}

const data = (more: object) => [
  { Field: 'eventCategory', Equals: ['Data'] },
  { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
  more,
];

const stream = (name: unknown[]) => ({ 'Fn::Join': ['', Match.arrayWith(name)] });

describe('OrganizationTrail', () => {
  it('records all accounts and regions, validated, under the archive’s key, with a copy for alarms', () => {
    const stack = new Stack();
    trailIn(stack);
    expectTemplate(stack).hasResourceProperties('AWS::CloudTrail::Trail', {
      IsLogging: true,
      IsOrganizationTrail: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      S3BucketName: 'hk-government-110000000002-trail',
      KMSKeyId: ALIAS,
      CloudWatchLogsLogGroupArn: Match.anyValue(),
      InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }],
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('records management events, and data events without those that deliveries would cause', () => {
    const stack = new Stack();
    trailIn(stack, { dataEvents: [{ type: 'AWS::S3::Object' }] });
    const bucket = {
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::hk-government-110000000002-trail/']],
    };
    expectTemplate(stack).hasResourceProperties('AWS::CloudTrail::Trail', {
      AdvancedEventSelectors: [
        { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        { FieldSelectors: data({ Field: 'resources.ARN', NotStartsWith: [bucket] }) },
        {
          FieldSelectors: [
            ...data({ Field: 'resources.ARN', StartsWith: [bucket] }),
            { Field: 'readOnly', Equals: ['true'] },
          ],
        },
      ],
    });
  });

  it('records what is asked of a type: reads or writes, some resources or all but some', () => {
    const stack = new Stack();
    trailIn(stack, {
      archiveBucketArns: ['arn:aws:s3:::archive-'],
      dataEvents: [
        { type: 'AWS::S3::Object', only: ['arn:aws:s3:::portal-'], except: ['arn:aws:s3:::portal-tests/'] },
        { type: 'AWS::SNS::Topic', events: 'write' },
      ],
    });
    const of = (type: string, ...more: object[]) => ({
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: [type] },
        ...more,
      ],
    });
    expectTemplate(stack).hasResourceProperties('AWS::CloudTrail::Trail', {
      AdvancedEventSelectors: [
        Match.anyValue(),
        of('AWS::S3::Object', {
          Field: 'resources.ARN',
          StartsWith: ['arn:aws:s3:::portal-'],
          NotStartsWith: ['arn:aws:s3:::portal-tests/', 'arn:aws:s3:::archive-'],
        }),
        of(
          'AWS::S3::Object',
          { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::archive-'] },
          { Field: 'readOnly', Equals: ['true'] },
        ),
        of('AWS::SNS::Topic', { Field: 'readOnly', Equals: ['false'] }),
      ],
    });
  });

  it('can leave data events out, but not management events', () => {
    const stack = new Stack();
    trailIn(stack, { dataEvents: [] });
    expectTemplate(stack).hasResourceProperties('AWS::CloudTrail::Trail', {
      AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
    });
  });

  it('writes the streams of its account and of the organisation, and is assumed for this trail only', () => {
    const stack = new Stack();
    trailIn(stack);
    expectTemplate(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Effect: 'Allow',
            Resource: [stream(['_CloudTrail_*']), stream([`:log-stream:${ORGANIZATION}_*`])],
          },
        ],
      },
    });
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [Match.objectLike({ Condition: { StringEquals: { 'aws:SourceArn': Match.anyValue() } } })],
      },
    });
  });

  it('has the ARN that the archive computes', () => {
    const stack = new Stack(undefined, 'Management', { env: { account: '110000000001', region: 'ap-east-1' } });
    expect(stack.resolve(trailIn(stack).trailArn)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':cloudtrail:ap-east-1:110000000001:trail/organization']],
    });
  });
});

describe('EncryptedLogGroup', () => {
  it.each<[string, Partial<EncryptedLogGroupProps>, number]>([
    ['the profile’s days', { profile: HONG_KONG }, 365],
    ['the next period of CloudWatch Logs', { profile: HONG_KONG, logClass: 'security' }, 365],
    ['a short period', { profile: HONG_KONG, logClass: 'host' }, 30],
    ['more days', { retentionDays: 400 }, 400],
    ['days between two periods', { retentionDays: 401 }, 545],
  ])('keeps events for %s', (_, props, expected) => {
    const stack = new Stack();
    new EncryptedLogGroup(stack, 'Logs', { encryptionKey: keyIn(stack), ...props });
    expectTemplate(stack).hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      Properties: { RetentionInDays: expected, KmsKeyId: Match.anyValue() },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('lets CloudWatch Logs use the key for log groups of the account', () => {
    const stack = new Stack();
    new EncryptedLogGroup(stack, 'Logs', { encryptionKey: keyIn(stack), retentionDays: 30 });
    expectTemplate(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': Match.anyValue() } } }),
        ]),
      },
    });
  });

  it.each<[string, Partial<EncryptedLogGroupProps>, string]>([
    ['nobody who says how long', {}, 'expected a number of days, found none, and there is no profile'],
    ['a profile that states nothing', { profile: SILENT }, 'profile silent states no retention'],
    ['longer than CloudWatch Logs can', { retentionDays: 5000 }, 'CloudWatch Logs keeps at most 3653 days'],
  ])('refuses %s', (_, props, message) => {
    const stack = new Stack();
    expect(() => new EncryptedLogGroup(stack, 'Logs', { encryptionKey: keyIn(stack), ...props })).toThrow(message);
  });
});

describe('ConfigRecorder', () => {
  it('records everything, continuously, and delivers daily to the archive', () => {
    const stack = new Stack();
    new ConfigRecorder(stack, 'Config', { bucketName: 'hk-government-110000000002-config' });
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::Config::ConfigurationRecorder', {
      RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
      RecordingMode: { RecordingFrequency: 'CONTINUOUS' },
      RoleARN: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('AWSServiceRoleForConfig$')])] },
    });
    template.hasResourceProperties('AWS::Config::DeliveryChannel', {
      S3BucketName: 'hk-government-110000000002-config',
      S3KmsKeyArn: Match.absent(),
      ConfigSnapshotDeliveryProperties: { DeliveryFrequency: 'TwentyFour_Hours' },
    });
    template.hasResource('AWS::IAM::ServiceLinkedRole', { DeletionPolicy: 'Retain' });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('leaves out what another region or stack already has', () => {
    const stack = new Stack();
    new ConfigRecorder(stack, 'Config', {
      bucketName: 'bucket',
      keyArn: ALIAS,
      includeGlobalResources: false,
      createServiceLinkedRole: false,
    });
    const template = expectTemplate(stack);
    template.resourceCountIs('AWS::IAM::ServiceLinkedRole', 0);
    template.hasResourceProperties('AWS::Config::ConfigurationRecorder', {
      RecordingGroup: { IncludeGlobalResourceTypes: false },
    });
    template.hasResourceProperties('AWS::Config::DeliveryChannel', { S3KmsKeyArn: ALIAS });
  });
});

describe('ConfigAggregator', () => {
  it('collects from the organisation, in the regions of the profile only', () => {
    const stack = new Stack();
    new ConfigAggregator(stack, 'All', { aggregatorName: 'all', regions: HONG_KONG.regions });
    expectTemplate(stack).hasResourceProperties('AWS::Config::ConfigurationAggregator', {
      OrganizationAggregationSource: { AllAwsRegions: false, AwsRegions: ['ap-east-1'] },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('refuses to collect from nowhere', () => {
    expect(() => new ConfigAggregator(new Stack(), 'All', { aggregatorName: 'all', regions: [] })).toThrow(
      '[Default/All] regions: expected at least one region',
    );
  });
});
