import { Tags, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { VPC_TAG, ZONE_TAG } from '../../lib/model';

/** A zone in a VPC of one's own. */
interface MarkedZone {
  readonly zoneName: string;
  readonly vpcName: string;
  readonly vpc: ec2.IVpc;
  readonly subnets: readonly ec2.ISubnet[];
}

/**
 * Writes into a VPC and its subnets how flows call them, so that checks find the zone in the template. Those that are
 * imported stand in no template, and keep their tags.
 */
export function markZone({ zoneName, vpcName, vpc, subnets }: MarkedZone): void {
  Tags.of(vpc).add(VPC_TAG, vpcName, { includeResourceTypes: ['AWS::EC2::VPC'] });
  for (const subnet of subnets) {
    Tags.of(subnet).add(ZONE_TAG, zoneName, { includeResourceTypes: ['AWS::EC2::Subnet'] });
  }
}
