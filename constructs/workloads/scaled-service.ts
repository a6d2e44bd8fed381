import { Duration, aws_ecs as ecs } from 'aws-cdk-lib';
import type { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ServiceTask } from './service-task';
import type { ZoneMembership } from './zone-membership';

/** How many tasks run, and as whom. */
export interface ServiceSize {
  readonly desiredCount: number;
  readonly maxCount: number;
  /** User and group, by number, under which the container runs. */
  readonly user: string;
}

/** What a service of Fargate tasks is made of. */
export interface ScaledServiceProps extends Omit<ServiceSize, 'user'> {
  readonly cluster: ecs.ICluster;
  readonly task: ServiceTask;
  /** Where the tasks stand. */
  readonly zone: ZoneMembership;
  /** The tasks' own security group: all that `connections` open. */
  readonly group: ec2.ISecurityGroup;
}

/**
 * Fargate tasks spread over availability zones, without public addresses, rolled back when they do not start, more of
 * them under load (NET-07, BKP-07).
 */
export function scaledService(scope: Construct, props: ScaledServiceProps): ecs.FargateService {
  const { cluster, task, zone, group, desiredCount, maxCount } = props;
  const service = new ecs.FargateService(scope, 'Service', {
    cluster,
    taskDefinition: task.definition,
    desiredCount,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
    healthCheckGracePeriod: Duration.seconds(60),
    vpcSubnets: zone.subnets,
    securityGroups: [group],
    assignPublicIp: false,
    enableExecuteCommand: false,
    enableECSManagedTags: true,
    propagateTags: ecs.PropagatedTagSource.SERVICE,
  });
  const resource = service.node.findChild('Service');
  if (!(resource instanceof ecs.CfnService)) throw new Error(`[${scope.node.path}] the service has no resource`);
  // Opened by `connections`, the groups of the zone would open to all of its members.
  resource.networkConfiguration = {
    awsvpcConfiguration: {
      subnets: zone.subnetIds,
      securityGroups: zone.groupIds(group),
      assignPublicIp: 'DISABLED',
    },
  };
  const scaling = service.autoScaleTaskCount({ minCapacity: desiredCount, maxCapacity: maxCount });
  scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  scaling.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: 75 });
  return service;
}

/** @throws Error when one task alone would run, fewer run under load, or the container would run as root. */
export function requireService(scope: Construct, { desiredCount, maxCount, user }: ServiceSize): void {
  const { path } = scope.node;
  if (!Number.isInteger(desiredCount) || desiredCount < 2) {
    throw new Error(
      `[${path}] desiredCount: expected 2 tasks or more, to survive the loss of a zone, found ${desiredCount}`,
    );
  }
  if (maxCount < desiredCount) {
    throw new Error(`[${path}] maxCount: expected at least desiredCount (${desiredCount}), found ${maxCount}`);
  }
  if (!/^[1-9]\d*(:[1-9]\d*)?$/.test(user)) {
    throw new Error(
      `[${path}] user: expected a numeric user, and group, other than root, e.g. 10001:10001, found "${user}"`,
    );
  }
}
