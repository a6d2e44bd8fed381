import type { aws_kinesisfirehose as firehose } from 'aws-cdk-lib';

type Settings = Pick<
  firehose.CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty,
  | 'bufferingHints'
  | 'compressionFormat'
  | 'dynamicPartitioningConfiguration'
  | 'errorOutputPrefix'
  | 'prefix'
  | 'processingConfiguration'
>;

/** The least that Firehose buffers of each partition, in MiB. */
const BUFFER_MIB = 64;
/** How long Firehose tries to find the partition of a record. */
const RETRY_SECONDS = 300;

/**
 * Unpacks what CloudWatch Logs sends, and writes it as lines of JSON (`owner`, `logGroup`, `logStream`, `logEvents`)
 * below the account that owns the log group and the day of arrival.
 */
export function partitionedByAccount(region: string, bufferSeconds: number): Settings {
  return {
    prefix: `AWSLogs/!{partitionKeyFromQuery:account}/loggroups/${region}/!{timestamp:yyyy/MM/dd}/`,
    errorOutputPrefix: 'failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/',
    bufferingHints: { intervalInSeconds: bufferSeconds, sizeInMBs: BUFFER_MIB },
    compressionFormat: 'GZIP',
    dynamicPartitioningConfiguration: { enabled: true, retryOptions: { durationInSeconds: RETRY_SECONDS } },
    processingConfiguration: {
      enabled: true,
      processors: [
        processor('Decompression', { CompressionFormat: 'GZIP' }),
        processor('MetadataExtraction', {
          MetadataExtractionQuery: '{account:.owner}',
          JsonParsingEngine: 'JQ-1.6',
        }),
        processor('AppendDelimiterToRecord', { Delimiter: String.raw`\n` }),
      ],
    },
  };
}

function processor(
  type: string,
  parameters: Readonly<Record<string, string>>,
): firehose.CfnDeliveryStream.ProcessorProperty {
  return {
    type,
    parameters: Object.entries(parameters).map(([parameterName, parameterValue]) => ({
      parameterName,
      parameterValue,
    })),
  };
}
