import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ExchangeBuckets } from './exchange-buckets';
import type { ExchangeKeys } from './exchange-keys';
import type { CrossBoundaryExchangeProps } from './options';

/** Everything that the functions must know of what was made for them. */
interface Made {
  readonly buckets: ExchangeBuckets;
  readonly keys: ExchangeKeys;
  readonly switchName: string;
  /** Id of the connector, where objects go by one. */
  readonly connector?: string;
}

const KINDS = ['.csv', '.json', '.txt', '.xml'];
const MIB = 1024 * 1024;
const USUAL_MIB = 20;

/** Where objects go, in the words that approvers sign. */
export function destinationOf({ by, host, folder = '/' }: CrossBoundaryExchangeProps['delivery']): string {
  return `${by === 'sftp' ? 'sftp' : 'https'}://${host}${folder}`;
}

/** The environment of the functions: `ExchangeSettings` of the handlers, as JSON. */
export function exchangeSettings(
  scope: Construct,
  { transfer, profile, delivery, recipientKey, kinds = KINDS, maxMiB = USUAL_MIB }: CrossBoundaryExchangeProps,
  { buckets, keys, switchName, connector }: Made,
): Readonly<Record<string, string>> {
  const { levels } = profile.classification;
  const settings = {
    transfer: {
      id: transfer.id,
      classification: transfer.classification,
      start: transfer.start,
      expires: transfer.expires,
    },
    timeZone: profile.timeZone,
    destination: destinationOf(delivery),
    markings: levels.slice(levels.indexOf(transfer.classification) + 1),
    personalData: transfer.standardContract !== undefined,
    kinds: kinds.map((kind) => kind.toLowerCase()),
    maxBytes: maxMiB * MIB,
    buckets: {
      staging: buckets.staging.bucketName,
      quarantine: buckets.quarantine.bucketName,
      sealed: buckets.sealed.bucketName,
      records: buckets.records.bucketName,
    },
    switchName,
    dataKey: keys.data.keyArn,
    approvalKey: keys.approval.keyArn,
    recipientKey,
    delivery:
      delivery.by === 'sftp'
        ? { by: 'sftp', connector, folder: delivery.folder ?? '/' }
        : { by: 'https', secret: delivery.credentials.secretArn },
  };
  return { LIONROCK_EXCHANGE: Stack.of(scope).toJsonString(settings) };
}
