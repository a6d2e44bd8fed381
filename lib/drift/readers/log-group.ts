import { CloudWatchLogsClient, paginateDescribeLogGroups, type LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import type { Access } from '../access';
import { Gone, type Reader } from '../reader';

/** Log groups: how long they keep what they hold, and under which key. */
export const LOG_GROUP: Reader = {
  type: 'AWS::Logs::LogGroup',
  facets: [
    {
      properties: ['RetentionInDays', 'KmsKeyId'],
      read: async ({ physicalId }, access) => {
        const group = (await access.once('log groups', () => groupsOf(access))).get(physicalId);
        if (!group) return new Gone('AWS does not know it');
        return { RetentionInDays: group.retentionInDays ?? null, KmsKeyId: group.kmsKeyId ?? null };
      },
    },
  ],
};

async function groupsOf(access: Access): Promise<ReadonlyMap<string, LogGroup>> {
  const groups = new Map<string, LogGroup>();
  for await (const { logGroups = [] } of paginateDescribeLogGroups(
    { client: access.client(CloudWatchLogsClient) },
    {},
  )) {
    for (const group of logGroups) groups.set(group.logGroupName ?? '', group);
  }
  return groups;
}
