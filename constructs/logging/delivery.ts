import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_s3 as s3 } from 'aws-cdk-lib';

/** AWS services that deliver logs to a bucket. `log-delivery` is flow logs, firewall, resolver and network balancers. */
export const DELIVERY_SOURCES = ['cloudtrail', 'config', 'log-delivery', 'load-balancing', 's3-access'] as const;
export type DeliverySource = (typeof DELIVERY_SOURCES)[number];

/** On whose behalf services may deliver. */
export interface DeliveryScope {
  /**
   * Id of the organisation (`o-…`), for all its accounts.
   * @default - none
   */
  readonly organizationId?: string;
  /**
   * Ids of accounts.
   * @default - the account of the bucket, unless an organisation is given
   */
  readonly accounts?: readonly string[];
  /**
   * ARNs of the trails that may deliver; only for `cloudtrail`.
   * @default - any trail of the accounts
   */
  readonly trailArns?: readonly string[];
}

interface Delivery {
  readonly principal: string;
  /** Keys below the bucket that the service writes. */
  readonly keys: readonly string[];
  /** What it asks of the bucket before it writes. */
  readonly checks: readonly string[];
  /** Whether it sends the canned ACL that its documentation asks policies to require. */
  readonly acl: boolean;
}

const ACL = { 's3:x-amz-acl': 'bucket-owner-full-control' };
const PREFIXED = ['AWSLogs/*', '*/AWSLogs/*'];

/** From the documentation of each service: bucket policies for log delivery. */
const DELIVERIES: Readonly<Record<DeliverySource, Delivery>> = {
  cloudtrail: { principal: 'cloudtrail.amazonaws.com', keys: ['AWSLogs/*'], checks: ['s3:GetBucketAcl'], acl: true },
  config: {
    principal: 'config.amazonaws.com',
    keys: PREFIXED,
    checks: ['s3:GetBucketAcl', 's3:ListBucket'],
    acl: true,
  },
  'log-delivery': {
    principal: 'delivery.logs.amazonaws.com',
    keys: PREFIXED,
    checks: ['s3:GetBucketAcl'],
    acl: false,
  },
  'load-balancing': {
    principal: 'logdelivery.elasticloadbalancing.amazonaws.com',
    keys: PREFIXED,
    checks: [],
    acl: false,
  },
  's3-access': { principal: 'logging.s3.amazonaws.com', keys: ['*'], checks: [], acl: false },
};

/** Lets a service write to a bucket, and nothing else, on behalf of the accounts in scope. */
export function allowDelivery(bucket: s3.Bucket, source: DeliverySource, from: DeliveryScope = {}): void {
  const { principal, keys, checks, acl } = DELIVERIES[source];
  const principals = [new iam.ServicePrincipal(principal)];
  const conditions = callers(bucket, source, from);
  if (checks.length > 0) {
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({ principals, actions: [...checks], resources: [bucket.bucketArn], conditions }),
    );
  }
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals,
      actions: ['s3:PutObject'],
      resources: keys.map((key) => bucket.arnForObjects(key)),
      conditions: acl ? { ...conditions, StringEquals: { ...conditions['StringEquals'], ...ACL } } : conditions,
    }),
  );
}

/**
 * S3 delivers access logs within an account only. Elastic Load Balancing does not document which source keys it sends,
 * so that its condition holds for those that it sends; it writes only below the id of the balancer's account.
 */
function callers(
  bucket: s3.Bucket,
  source: DeliverySource,
  from: DeliveryScope,
): Record<string, Record<string, unknown>> {
  const own = Stack.of(bucket).account;
  if (source === 's3-access') return { StringEquals: { 'aws:SourceAccount': own } };
  const { organizationId, trailArns = [] } = from;
  if (source === 'cloudtrail' && trailArns.length > 0) return { ArnLike: { 'aws:SourceArn': trailArns } };
  const accounts = from.accounts ?? (organizationId === undefined ? [own] : []);
  return {
    [source === 'load-balancing' ? 'StringEqualsIfExists' : 'StringEquals']: {
      ...(organizationId === undefined ? {} : { 'aws:SourceOrgID': organizationId }),
      ...(accounts.length > 0 ? { 'aws:SourceAccount': accounts } : {}),
    },
  };
}
