import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../../../constructs/logging';
import { HookDelivery } from '../../../constructs/organization';
import { baselineReach } from '../baseline-reach';
import type { StackContext } from '../context';
import { deliveredHook } from '../delivered-hook';
import { retentionDays } from '../retention';

/** The stack set that brings the gate at deployment to the accounts of the organisation. */
export class HookDeliveryStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { config } = props;
    super(scope, id, { description: `Deployment hook of the accounts of ${config.name}`, terminationProtection: true });
    const { bucket } = new AccessLogBucket(this, 'AccessLogs', {
      retentionDays: retentionDays(props, 'infrastructure'),
    });
    new HookDelivery(this, 'Hook', {
      ...baselineReach(props),
      stackSetName: `${config.name}-deployment-hook`,
      organizationId: config.organization.id,
      accessLogBucketName: bucket.bucketName,
      hook: deliveredHook(props),
    });
  }
}
