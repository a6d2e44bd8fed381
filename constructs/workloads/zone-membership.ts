import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ZonePlacement } from '../network/placement';

/**
 * Places the members of a workload in a zone. Each member gets a security group of its own, which the workload opens
 * as it needs, beside the zone's groups, which carry the declared flows. CDK's `connections` must only ever know the
 * first: opened to a member, they would open to everything that wears the zone's groups.
 */
export class ZoneMembership {
  /** The zone's subnets, as CDK wants them. */
  readonly subnets: ec2.SubnetSelection;

  /** @throws Error when the placement has fewer than two subnets: a workload spans availability zones (BKP-07). */
  constructor(
    scope: Construct,
    private readonly placement: ZonePlacement,
  ) {
    if (placement.subnets.length < 2) {
      throw new Error(
        `[${scope.node.path}] placement.subnets: expected at least 2 subnets in different availability zones, ` +
          `found ${placement.subnets.length}; add subnets of the zone`,
      );
    }
    this.subnets = { subnets: [...placement.subnets] };
  }

  get subnetIds(): string[] {
    return this.placement.subnets.map(({ subnetId }) => subnetId);
  }

  /** A group for one member, closed in both directions until it is opened. */
  ownGroup(scope: Construct, id: string, description: string): ec2.SecurityGroup {
    return new ec2.SecurityGroup(scope, id, { vpc: this.placement.vpc, description, allowAllOutbound: false });
  }

  /** What the member wears: its own group, then the zone's. */
  groupIds(own: ec2.ISecurityGroup): string[] {
    return [own, ...this.placement.securityGroups].map((group) => group.securityGroupId);
  }
}
