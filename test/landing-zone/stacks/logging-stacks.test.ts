import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ARCHIVE_KINDS } from '../../../constructs/logging';
import { AccountLoggingStack } from '../../../lib/landing-zone/stacks/account-logging-stack';
import { AggregationStack } from '../../../lib/landing-zone/stacks/aggregation-stack';
import { LogArchiveStack } from '../../../lib/landing-zone/stacks/log-archive-stack';
import { OrganizationTrailStack } from '../../../lib/landing-zone/stacks/organization-trail-stack';
import { unacknowledged } from '../../support/compliance';
import type { LandingZoneInput } from '../support/small-config';
import { keyOf, stageOf, topicOf } from './stage-of';

const expectTemplate = (stack: Stack) => Template.fromStack(stack);

function archive(overrides: Partial<LandingZoneInput> = {}) {
  const { stage, context } = stageOf('log-archive', overrides);
  const key = keyOf(stage);
  const stack = new LogArchiveStack(stage, 'log-archive', { ...context, key });
  return { stack, names: context.names };
}

function trail(overrides: Partial<LandingZoneInput> = {}) {
  const { stage, context } = stageOf('management', overrides);
  const key = keyOf(stage);
  return new OrganizationTrailStack(stage, 'trail', { ...context, key, topic: topicOf(stage, key) });
}

describe('LogArchiveStack', () => {
  test('has the names that other accounts compute', () => {
    const { stack, names } = archive();
    for (const kind of ARCHIVE_KINDS) {
      expectTemplate(stack).hasResourceProperties('AWS::S3::Bucket', { BucketName: names.archiveBucket(kind) });
      expectTemplate(stack).hasResourceProperties('AWS::KMS::Alias', { AliasName: names.archiveKeyAlias(kind) });
    }
  });

  test('is written on behalf of the organisation and by its trail', () => {
    const { stack, names } = archive();
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'));
    expect(policies).toContain('"aws:SourceOrgID":"o-small12345"');
    expect(policies).toContain(`"aws:SourceArn":["${names.trailArn}"]`);
  });

  test('is read by the log reader of the audit account and in an emergency', () => {
    const { stack } = archive();
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'small-log-reader',
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { AWS: { 'Fn::Join': ['', Match.arrayWith([':iam::200000000003:root'])] } },
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-small12345' } },
          }),
        ],
      },
    });
    const readers = ['log-reader', 'break-glass'].map((role) => `arn:aws:iam::200000000002:role/small-${role}`);
    expectTemplate(stack).hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Sid: 'DenyReading', Condition: { ArnNotLike: { 'aws:PrincipalArn': readers } } }),
        ]),
      },
    });
  });

  test('keeps logs longer where the config says so', () => {
    const { stack } = archive({ logging: { retentionDays: { infrastructure: 730 } } });
    expectTemplate(stack).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 730 } } },
    });
  });

  test('is searched by the log reader: its rights, and tables over the buckets that keep logs', () => {
    const { stack } = archive();
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::Glue::Table', {
      TableInput: {
        Name: 'trail',
        Parameters: {
          'projection.account.values': Match.stringLikeRegexp('200000000002'),
          'storage.location.template':
            's3://small-200000000002-trail/AWSLogs/o-small12345/${account}/CloudTrail/${region}/${day}/',
        },
      },
    });
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      Description: 'Queries the logs of the archive',
      Roles: [{ Ref: Match.stringLikeRegexp('^ReaderRole') }],
    });
  });

  test('tells when a kind of log is silent for as long as the config says', () => {
    const { stack } = archive({ logging: { silenceMinutes: { network: 15 } } });
    expectTemplate(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'small-logs-network-silent',
      Period: 900,
      TreatMissingData: 'breaching',
    });
  });

  test('passes the rule packs', () => {
    const { stack } = archive();
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});

describe('OrganizationTrailStack', () => {
  test('delivers to the archive of another account, by name and alias', () => {
    expectTemplate(trail()).hasResourceProperties('AWS::CloudTrail::Trail', {
      TrailName: 'small-organization',
      IsOrganizationTrail: true,
      S3BucketName: 'small-200000000002-trail',
      KMSKeyId: 'arn:aws:kms:ap-east-1:200000000002:alias/small/archive/trail',
      AdvancedEventSelectors: Match.arrayWith([
        Match.objectLike({
          FieldSelectors: Match.arrayWith([
            { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::small-200000000002-'] },
          ]),
        }),
      ]),
    });
  });

  test('raises alarms on what the trail says of all accounts', () => {
    const template = expectTemplate(trail());
    template.resourceCountIs('AWS::Logs::MetricFilter', 6);
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmName: Match.stringLikeRegexp('^small-(changes-[a-z-]+|trail-silent)$'),
      AlarmActions: [{ 'Fn::ImportValue': Match.anyValue() }],
    });
  });

  test('leaves data events out when the config says so', () => {
    expectTemplate(trail({ logging: { dataEvents: false } })).hasResourceProperties('AWS::CloudTrail::Trail', {
      AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
    });
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(trail())).toEqual([]);
  });
});

describe('AccountLoggingStack', () => {
  const account = (overrides: Partial<LandingZoneInput> = {}) => {
    const { stage, context } = stageOf('e-services-prod', overrides);
    return new AccountLoggingStack(stage, 'logging', { ...context, key: keyOf(stage) });
  };

  test('delivers configuration, and what log groups hold, to the archive', () => {
    const stack = account();
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::Config::DeliveryChannel', { S3BucketName: 'small-200000000002-config' });
    template.hasResourceProperties('AWS::Logs::AccountPolicy', {
      PolicyType: 'SUBSCRIPTION_FILTER_POLICY',
      PolicyDocument: {
        'Fn::Join': [
          '',
          Match.arrayWith([Match.stringLikeRegexp('arn:aws:logs:ap-east-1:200000000002:destination:small-log-groups')]),
        ],
      },
      SelectionCriteria: 'LogGroupName NOT IN ["/small/organization-trail","/aws/kinesisfirehose/small-log-groups"]',
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('follows the config: what is not collected, not masked, and how long sessions last', () => {
    const template = expectTemplate(
      account({
        logging: { collection: { exclude: ['/load-test'] }, maskIdentifiers: false, sessions: { maxMinutes: 30 } },
      }),
    );
    template.resourceCountIs('AWS::Logs::AccountPolicy', 1);
    template.hasResourceProperties('AWS::Logs::AccountPolicy', {
      SelectionCriteria: Match.stringLikeRegexp('"/load-test"'),
    });
    template.hasResourceProperties('AWS::SSM::Document', {
      Content: { inputs: { cloudWatchLogGroupName: Match.anyValue(), maxSessionDuration: '30' } },
    });
  });
});

describe('AggregationStack', () => {
  test('the audit account collects what all accounts recorded, in the home region', () => {
    const { stage, context } = stageOf('audit');
    const stack = new AggregationStack(stage, 'aggregation', context);
    expectTemplate(stack).hasResourceProperties('AWS::Config::ConfigurationAggregator', {
      OrganizationAggregationSource: { AllAwsRegions: false, AwsRegions: ['ap-east-1'] },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });
});
