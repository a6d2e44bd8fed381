import { EC2Client, paginateDescribeFlowLogs, type FlowLog } from '@aws-sdk/client-ec2';
import type { Access } from '../access';
import { Gone, type Reader } from '../reader';

/** Flow logs: that they are delivered, of what, and to where. */
export const FLOW_LOG: Reader = {
  type: 'AWS::EC2::FlowLog',
  facets: [
    {
      properties: ['ResourceId', 'TrafficType', 'LogDestinationType', 'LogDestination', 'LogFormat'],
      unsaid: 'anything',
      read: async ({ physicalId }, access) => {
        const log = (await access.once('flow logs', () => logsOf(access))).get(physicalId);
        if (!log) return new Gone('AWS does not know it');
        if (log.FlowLogStatus !== 'ACTIVE') return new Gone(`its status is ${log.FlowLogStatus}`);
        if (log.DeliverLogsStatus === 'FAILED') {
          return new Gone(`nothing is delivered: ${log.DeliverLogsErrorMessage ?? 'delivery failed'}`);
        }
        return {
          ResourceId: log.ResourceId ?? null,
          TrafficType: log.TrafficType ?? null,
          LogDestinationType: log.LogDestinationType ?? null,
          LogDestination: log.LogDestination ?? null,
          LogFormat: log.LogFormat ?? null,
        };
      },
    },
  ],
};

async function logsOf(access: Access): Promise<ReadonlyMap<string, FlowLog>> {
  const logs = new Map<string, FlowLog>();
  for await (const { FlowLogs = [] } of paginateDescribeFlowLogs({ client: access.client(EC2Client) }, {})) {
    for (const log of FlowLogs) logs.set(log.FlowLogId ?? '', log);
  }
  return logs;
}
