import { aws_s3 as s3, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { privateBucket } from '../private-bucket';

/** Name under which CloudWatch counts the requests of a whole bucket. */
export const REQUEST_METRICS = 'whole-bucket';

/** A private bucket of logs, from which uploads that were not completed are cleared. */
export function logBucket(scope: Construct, id: string, props: s3.BucketProps): s3.Bucket {
  return privateBucket(scope, id, {
    ...props,
    lifecycleRules: [
      ...(props.lifecycleRules ?? []),
      { id: 'incomplete-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
    ],
  });
}

/** Deletes current and older versions after days; older ones a day later, when their lock has ended too. */
export function deletionAfter(days: number): s3.LifecycleRule[] {
  return [
    { id: 'deletion', expiration: Duration.days(days), noncurrentVersionExpiration: Duration.days(1) },
    { id: 'deletion-markers', expiredObjectDeleteMarker: true },
  ];
}

/**
 * Makes CDK let S3 deliver access logs by the bucket's policy. Without this flag it would instead give the bucket an ACL,
 * and take back that ACLs are disabled. To be called before `scope` has children.
 */
export function useBucketPolicyForAccessLogs(scope: Construct): void {
  scope.node.setContext('@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy', true);
}

/** CDK declares `isWebsite` differently in the class than in the interface, which strict projects would see as an error. */
export function asInterface(bucket: s3.Bucket): s3.IBucket {
  return bucket as s3.IBucket;
}

/** What an inventory tells of each object, besides its name, size and version. */
const INVENTORY_FIELDS = [
  'EncryptionStatus',
  'LastModifiedDate',
  'ObjectLockMode',
  'ObjectLockRetainUntilDate',
  'ReplicationStatus',
  'Size',
  'StorageClass',
];

/** Lists the objects of a bucket every week, and counts its requests, where that is asked for. */
export function observed(
  scope: Construct,
  { inventory, requestMetrics = false }: { readonly inventory?: s3.IBucket; readonly requestMetrics?: boolean },
): Pick<s3.BucketProps, 'inventories' | 'metrics'> {
  return {
    ...(requestMetrics ? { metrics: [{ id: REQUEST_METRICS }] } : {}),
    ...(inventory
      ? {
          inventories: [
            {
              inventoryId: 'weekly',
              destination: { bucket: inventory, prefix: `inventory/${scope.node.id}` },
              frequency: s3.InventoryFrequency.WEEKLY,
              includeObjectVersions: s3.InventoryObjectVersion.ALL,
              format: s3.InventoryFormat.PARQUET,
              optionalFields: INVENTORY_FIELDS,
            },
          ],
        }
      : {}),
  };
}
