import type { aws_ec2 as ec2 } from 'aws-cdk-lib';

/** Where a workload stands: the subnets of one zone and the security groups that carry the zone's flows. */
export interface ZonePlacement {
  readonly vpc: ec2.IVpc;
  /** The zone's subnets, one for each availability zone. */
  readonly subnets: readonly ec2.ISubnet[];
  /** Attach to everything in the zone: flows from and to the zone are rules of these groups. */
  readonly securityGroups: readonly ec2.ISecurityGroup[];
}
