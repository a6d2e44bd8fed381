import { anyOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const mskLogged: Rule = {
  id: 'msk-logged',
  control: 'LOG-06',
  message: 'The Kafka brokers keep their logs to themselves.',
  remediation: 'Enable CloudWatchLogs, Firehose or S3 under LoggingInfo.BrokerLogs.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: anyOf(
    ...['CloudWatchLogs', 'Firehose', 'S3'].map((kind) => property(`LoggingInfo.BrokerLogs.${kind}.Enabled`, isTrue)),
  ),
};
