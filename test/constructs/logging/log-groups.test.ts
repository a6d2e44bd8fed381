import { aws_logs as logs, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  AccountLogSubscription,
  EncryptedLogGroup,
  HONG_KONG_IDENTITY_CARD,
  LogCollection,
  type LogCollectionProps,
  logDestinationArn,
  LogDataProtection,
  type LogDataProtectionProps,
  PERSONAL_IDENTIFIERS,
  SessionLogs,
  type SessionLogsProps,
} from '../../../constructs/logging';
import { unacknowledged } from '../../support/compliance';
import { bucketStatements, expectTemplate, HONG_KONG, keyIn, named, ORGANIZATION } from './support';

const newStack = () => new Stack(undefined, 'Logs', { env: { account: '110000000002', region: 'ap-east-1' } });

describe('LogCollection', () => {
  const stack = newStack();
  const collect = (scope: Stack, props: Partial<LogCollectionProps> = {}) =>
    new LogCollection(scope, 'Groups', {
      destinationName: 'groups',
      organizationId: ORGANIZATION,
      delivery: { archive: { profile: HONG_KONG, encryptionKey: keyIn(scope) } },
      ...props,
    });
  const collection = collect(stack);
  const template = Template.fromStack(stack);

  it('delivers by account and day, unpacked, under the customer key', () => {
    template.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: Match.anyValue() },
      ExtendedS3DestinationConfiguration: {
        Prefix: 'AWSLogs/!{partitionKeyFromQuery:account}/loggroups/ap-east-1/!{timestamp:yyyy/MM/dd}/',
        EncryptionConfiguration: { KMSEncryptionConfig: Match.anyValue() },
        DynamicPartitioningConfiguration: { Enabled: true },
        ProcessingConfiguration: {
          Processors: ['Decompression', 'MetadataExtraction', 'AppendDelimiterToRecord'].map((Type) =>
            Match.objectLike({ Type }),
          ),
        },
      },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('lets its own role write and nobody else, and keeps a locked copy', () => {
    const forgery = named(bucketStatements(stack, 'GroupsDeliveryBucket'), 'DenyForgery');
    expect(JSON.stringify(forgery.Condition?.['ArnNotLike'])).toContain('GroupsWriter');
    expect(Object.keys(forgery.Condition ?? {})).toEqual(['BoolIfExists', 'ArnNotLike']);
    template.hasResourceProperties('AWS::S3::Bucket', { ObjectLockEnabled: true });
  });

  it('is sent to by accounts of the organisation only', () => {
    expect(stack.resolve(collection.destinationArn)).toEqual(
      stack.resolve(logDestinationArn(stack.partition, 'ap-east-1', '110000000002', 'groups')),
    );
    const [destination] = Object.values(template.findResources('AWS::Logs::Destination'));
    expect(destination?.['Properties'].DestinationPolicy['Fn::Join'][1].at(-1)).toContain(
      `"Condition":{"StringEquals":{"aws:PrincipalOrgID":"${ORGANIZATION}"}}`,
    );
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'logs.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceOrgID': ORGANIZATION } },
          }),
        ],
      },
    });
  });

  it('refuses a time to wait that Firehose refuses', () => {
    expect(() => collect(newStack(), { bufferSeconds: 30 })).toThrow('[Logs/Groups] bufferSeconds: expected whole');
  });
});

describe('AccountLogSubscription', () => {
  it('sends everything but what is named, through a role of the account', () => {
    const stack = newStack();
    const destinationArn = logDestinationArn('aws', 'ap-east-1', '110000000002', 'groups');
    new AccountLogSubscription(stack, 'Collection', { policyName: 'all', destinationArn, exclude: ['/own'] });
    expectTemplate(stack).hasResource('AWS::Logs::AccountPolicy', {
      Properties: {
        PolicyType: 'SUBSCRIPTION_FILTER_POLICY',
        Scope: 'ALL',
        SelectionCriteria: 'LogGroupName NOT IN ["/own"]',
        PolicyDocument: {
          'Fn::Join': ['', [Match.stringLikeRegexp(destinationArn), Match.anyValue(), Match.anyValue()]],
        },
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^CollectionRolePolicy')]),
    });
    expect(unacknowledged(stack)).toEqual([]);
  });
});

describe('LogDataProtection', () => {
  const protect = (stack: Stack, props: Partial<LogDataProtectionProps> = {}) =>
    new LogDataProtection(stack, 'Protection', {
      policyName: 'identifiers',
      encryptionKey: keyIn(stack),
      profile: HONG_KONG,
      ...props,
    });

  it('finds and masks the same identifiers, Hong Kong’s by an expression of its own', () => {
    const stack = newStack();
    protect(stack);
    const [policy] = Object.values(expectTemplate(stack).findResources('AWS::Logs::AccountPolicy'));
    const parts: unknown[] = policy?.['Properties'].PolicyDocument['Fn::Join'][1];
    const document = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''));
    expect(document.Configuration.CustomDataIdentifier).toEqual([
      { Name: 'HongKongIdentityCard', Regex: HONG_KONG_IDENTITY_CARD.regex },
    ]);
    const [audit, mask] = document.Statement;
    expect(audit.DataIdentifier).toHaveLength(PERSONAL_IDENTIFIERS.length);
    expect(mask.DataIdentifier).toEqual(audit.DataIdentifier);
    expect(mask.Operation).toEqual({ Deidentify: { MaskConfig: {} } });
    expect(audit.Operation.Audit.FindingsDestination).toEqual({ CloudWatchLogs: { LogGroup: 'x' } });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it.each([
    ['A123456(3)', true],
    ['holder=AB987654(3);', true],
    ['"A1234563"', true],
    ['a123456(3)', false],
    ['XXA1234563', false],
    ['A12345(3)', false],
    ['A123456', false],
  ])('the expression finds %s: %s', (text, found) => {
    expect(new RegExp(HONG_KONG_IDENTITY_CARD.regex).test(text)).toBe(found);
  });

  it.each<[string, logs.DataIdentifier[], string]>([
    ['none', [], 'expected at least one, found none'],
    ['brackets', [new logs.CustomDataIdentifier('Staff', '(S)[0-9]{6}')], 'in the expression of Staff'],
    ['a name with spaces', [new logs.CustomDataIdentifier('Staff number', 'S')], 'found "Staff number"'],
    [
      'more than ten of its own',
      Array.from({ length: 11 }, (_, index) => new logs.CustomDataIdentifier(`N${index}`, `${index}`)),
      'expected at most 10 of your own, found 11',
    ],
  ])('refuses %s', (_, identifiers, message) => {
    expect(() => protect(newStack(), { identifiers })).toThrow(`[Logs/Protection] identifiers: `);
    expect(() => protect(newStack(), { identifiers })).toThrow(message);
  });

  it('can be had for one log group alone', () => {
    const stack = newStack();
    new EncryptedLogGroup(stack, 'Group', {
      encryptionKey: keyIn(stack),
      profile: HONG_KONG,
      maskedIdentifiers: [HONG_KONG_IDENTITY_CARD],
    });
    expectTemplate(stack).hasResourceProperties('AWS::Logs::LogGroup', {
      DataProtectionPolicy: {
        Configuration: { CustomDataIdentifier: [Match.objectLike({ Name: 'HongKongIdentityCard' })] },
      },
    });
  });
});

describe('SessionLogs', () => {
  const sessions = (stack: Stack, props: Partial<SessionLogsProps> = {}) =>
    new SessionLogs(stack, 'Sessions', {
      encryptionKey: keyIn(stack),
      profile: HONG_KONG,
      logGroupName: '/sessions',
      ...props,
    });

  it('streams sessions into an encrypted log group and ends idle ones', () => {
    const stack = newStack();
    sessions(stack);
    expectTemplate(stack).hasResourceProperties('AWS::SSM::Document', {
      Name: 'SSM-SessionManagerRunShell',
      DocumentType: 'Session',
      Content: {
        sessionType: 'Standard_Stream',
        inputs: {
          cloudWatchLogGroupName: { Ref: Match.stringLikeRegexp('^SessionsLogGroup') },
          cloudWatchEncryptionEnabled: true,
          cloudWatchStreamingEnabled: true,
          kmsKeyId: '',
          idleSessionTimeout: '15',
          maxSessionDuration: '60',
        },
      },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('encrypts the session itself where a key is given', () => {
    const stack = newStack();
    const sessionKey = keyIn(stack);
    new SessionLogs(stack, 'Sessions', {
      encryptionKey: sessionKey,
      retentionDays: 30,
      logGroupName: '/s',
      sessionKey,
    });
    expectTemplate(stack).hasResourceProperties('AWS::SSM::Document', {
      Content: { inputs: { kmsKeyId: { 'Fn::GetAtt': Match.anyValue() } } },
    });
  });

  it.each([
    ['idleMinutes', 0],
    ['idleMinutes', 61],
    ['sessionMinutes', 1.5],
  ])('refuses %s of %d', (prop, value) => {
    expect(() => sessions(newStack(), { [prop]: value })).toThrow(`[Logs/Sessions] ${prop}: expected whole minutes`);
  });
});
