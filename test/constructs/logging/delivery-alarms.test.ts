import { aws_cloudwatch as cloudwatch, aws_sns as sns, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ARCHIVE_KINDS, DeliveryAlarms, LogArchive, SilenceAlarm } from '../../../constructs/logging';
import { unacknowledged } from '../../support/compliance';
import { CUSTODY, expectTemplate, HONG_KONG, keyIn, ORGANIZATION, TRAIL } from './support';

const topicIn = (stack: Stack) => new sns.Topic(stack, 'Topic', { masterKey: keyIn(stack), enforceSSL: true });

function watched(requestMetrics: boolean): Stack {
  const stack = new Stack(undefined, 'Archive', { env: { account: '110000000002', region: 'ap-east-1' } });
  const archive = new LogArchive(stack, 'Logs', {
    ...CUSTODY,
    name: 'hk',
    bucketPrefix: 'hk-110000000002',
    organizationId: ORGANIZATION,
    trailArns: [TRAIL],
    profile: HONG_KONG,
    requestMetrics,
  });
  new DeliveryAlarms(stack, 'Alarms', {
    archive,
    topic: topicIn(stack),
    namePrefix: 'hk',
    silenceMinutes: { network: 15 },
  });
  return stack;
}

describe('DeliveryAlarms', () => {
  const stack = watched(true);
  const expectIn = Template.fromStack(stack);

  it('tells when nothing of a kind arrives, and takes no metric for silence', () => {
    const alarms = Object.values(expectIn.findResources('AWS::CloudWatch::Alarm')).map((one) => one['Properties']);
    const silent = alarms.filter(({ MetricName }) => MetricName === 'PutRequests');
    expect(new Set(silent.map(({ AlarmName }) => AlarmName))).toEqual(
      new Set(ARCHIVE_KINDS.map((kind) => `hk-logs-${kind}-silent`)),
    );
    for (const alarm of silent) {
      expect(alarm).toMatchObject({ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold' });
      expect(alarm.AlarmActions).toHaveLength(1);
    }
    expect(silent.find(({ AlarmName }) => AlarmName === 'hk-logs-network-silent')?.Period).toBe(900);
  });

  it('counts the requests that it watches', () => {
    const counted = expectIn.findResources('AWS::S3::Bucket', {
      Properties: { MetricsConfigurations: [{ Id: 'whole-bucket' }] },
    });
    expect(Object.keys(counted)).toHaveLength(ARCHIVE_KINDS.length);
  });

  it('tells when copies fail or the stream falls behind', () => {
    for (const kind of ['access', 'config', 'groups']) {
      expectIn.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmName: `hk-logs-${kind}-not-copied`,
        MetricName: 'OperationsFailedReplication',
        Dimensions: Match.arrayWith([{ Name: 'RuleId', Value: 'archive' }]),
      });
    }
    expectIn.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'DeliveryToS3.DataFreshness' });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('lists what the archive keeps, with its locks, into the bucket that has none', () => {
    expectIn.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: 'hk-110000000002-trail',
      InventoryConfigurations: [
        Match.objectLike({
          Enabled: true,
          IncludedObjectVersions: 'All',
          OptionalFields: Match.arrayWith(['ObjectLockMode', 'ObjectLockRetainUntilDate']),
          Destination: Match.objectLike({
            BucketArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Logsaccess'), 'Arn'] },
          }),
        }),
      ],
    });
  });

  it('refuses an archive that counts nothing', () => {
    expect(() => watched(false)).toThrow('set requestMetrics: true of the LogArchive');
  });
});

describe('SilenceAlarm', () => {
  const silent = (stack: Stack, minutes: number) =>
    new SilenceAlarm(stack, 'Silence', {
      metric: new cloudwatch.Metric({ namespace: 'Test', metricName: 'Arrived' }),
      topic: topicIn(stack),
      description: 'Nothing arrived',
      minutes,
    });

  it.each([
    [30, 1800, 1],
    [1440, 86_400, 1],
    [1800, 3600, 30],
  ])('%d minutes are %d seconds, %d times', (minutes, Period, EvaluationPeriods) => {
    const stack = new Stack();
    silent(stack, minutes);
    expectTemplate(stack).hasResourceProperties('AWS::CloudWatch::Alarm', { Period, EvaluationPeriods });
  });

  it.each([4, 7.5, 1441, 10_140])('refuses %d minutes', (minutes) => {
    expect(() => silent(new Stack(), minutes)).toThrow('[Default/Silence] minutes: expected 5 to 10080');
  });
});
