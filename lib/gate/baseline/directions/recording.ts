import { LOGGING_DROPPED } from '../../claims';
import { kept, on, present, ranked } from '../scales';
import { named, type Direction } from './direction';

/** Things are recorded. */
export const RECORDING: readonly Direction[] = [
  {
    property: named(
      'IsLogging',
      'EnableLogFileValidation',
      'IncludeGlobalServiceEvents',
      'IsMultiRegionTrail',
      'IsOrganizationTrail',
      'AllSupported',
      'IncludeGlobalResourceTypes',
      'LoggingEnabled',
      'LogQueries',
      'DataTraceEnabled',
      'MetricsEnabled',
      'TracingEnabled',
      'XrayEnabled',
      'EnableExecutionLogging',
      'UserActivityLoggingEnabled',
    ),
    weaker: on,
    rule: LOGGING_DROPPED,
  },
  {
    property: named(
      'LoggingConfiguration',
      'LoggingConfigurations',
      'LoggingProperties',
      'AccessLogSetting',
      'AccessLogSettings',
      'AccessLoggingPolicy',
      'LogDestinationConfigs',
      'LogPublishingOptions',
      'LogConfiguration',
      'LogConfigs',
      'CloudWatchLogsLogGroupArn',
      'CloudWatchLogsConfig',
      'ClusterLogging',
      'LogDeliveryConfigurations',
      'ConnectionLogOptions',
      'BrokerLogs',
      'Logs',
    ),
    weaker: present,
    rule: LOGGING_DROPPED,
  },
  {
    property: named(
      'EnableCloudwatchLogsExports',
      'EnabledTypes',
      'EventSelectors',
      'AdvancedEventSelectors',
      'DataResources',
      'InsightSelectors',
      'EnabledCloudwatchLogsExports',
      'AlarmActions',
    ),
    weaker: kept,
    rule: LOGGING_DROPPED,
  },
  {
    property: named('TrafficType'),
    types: /FlowLog$/,
    weaker: ranked(['ACCEPT', 'REJECT', 'ALL']),
    rule: LOGGING_DROPPED,
  },
  { property: /TracingConfig\.Mode$/, weaker: ranked(['PassThrough', 'Active']), rule: LOGGING_DROPPED },
  { property: named('LoggingLevel'), weaker: ranked(['OFF', 'ERROR', 'INFO']), rule: LOGGING_DROPPED },
  { property: /ClusterSettings\.Value$/, weaker: ranked(['disabled', 'enabled', 'enhanced']), rule: LOGGING_DROPPED },
];
