import type { aws_elasticloadbalancingv2 as elb } from 'aws-cdk-lib';

/** Kinds of logs that load balancers write. */
export type BalancerLog = 'access_logs' | 'connection_logs';

/**
 * Sends logs of a load balancer to a bucket that is known by name only, so that it may belong to another account. The
 * bucket must be in the same region, let Elastic Load Balancing write, and be encrypted with S3's own keys (SSE-S3).
 */
export function logAccess(balancer: elb.BaseLoadBalancer, bucketName: string, logs: readonly BalancerLog[]): void {
  for (const log of logs) {
    balancer.setAttribute(`${log}.s3.enabled`, 'true');
    balancer.setAttribute(`${log}.s3.bucket`, bucketName);
  }
}
