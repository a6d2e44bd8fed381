import { CloudTrailClient, DescribeTrailsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient, DescribeConfigurationRecorderStatusCommand } from '@aws-sdk/client-config-service';
import { expected, ofEach, type ReadBack } from './read-back';

/** The trail of the organisation records every region, and its files can be validated. */
export const TRAILS: ReadBack = ofEach(
  'AWS::CloudTrail::Trail',
  'the trail records the whole organisation, in every region, and can be validated',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new CloudTrailClient(await deployed.client(account));
    const { trailList: [trail] = [] } = await client.send(new DescribeTrailsCommand({ trailNameList: [physicalId] }));
    const { IsLogging } = await client.send(new GetTrailStatusCommand({ Name: physicalId }));
    client.destroy();
    return [
      expected('recording', true, IsLogging),
      expected('every region', true, trail?.IsMultiRegionTrail),
      expected('organisation', true, trail?.IsOrganizationTrail),
      expected('validation of files', true, trail?.LogFileValidationEnabled),
      expected('bucket', properties['S3BucketName'], trail?.S3BucketName),
      trail?.KmsKeyId === undefined && 'it is not encrypted by a key',
    ];
  },
);

/** Log groups keep what they should, encrypted. */
export const LOG_GROUPS: ReadBack = ofEach(
  'AWS::Logs::LogGroup',
  'log groups keep their logs as long as they should, encrypted',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new CloudWatchLogsClient(await deployed.client(account));
    const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: physicalId }));
    client.destroy();
    const group = logGroups.find(({ logGroupName }) => logGroupName === physicalId);
    return [
      expected('days', properties['RetentionInDays'], group?.retentionInDays),
      properties['KmsKeyId'] !== undefined && group?.kmsKeyId === undefined && 'it is not encrypted by a key',
    ];
  },
);

/** AWS Config records in every account. */
export const RECORDERS: ReadBack = ofEach(
  'AWS::Config::ConfigurationRecorder',
  'AWS Config records in every account',
  async ({ account, physicalId }, deployed) => {
    const client = new ConfigServiceClient(await deployed.client(account));
    const command = new DescribeConfigurationRecorderStatusCommand({ ConfigurationRecorderNames: [physicalId] });
    const { ConfigurationRecordersStatus: [status] = [] } = await client.send(command);
    client.destroy();
    return [expected('recording', true, status?.recording)];
  },
);
