import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { namedAvailabilityZones } from './availability-zones';
import type { Zone } from './zone';

export interface BlockPublicAccessProps {
  /**
   * What internet gateways of the account and region may not carry: both directions, or connections from the
   * internet alone. @default block-bidirectional
   */
  readonly mode?: 'block-bidirectional' | 'block-ingress';
}

/**
 * VPC Block Public Access for the whole account in the region of the stack (NET-06): whatever route tables, security
 * groups and gateways say, nothing passes an internet gateway but the zones that are excluded by name. The setting
 * exists once in an account and region: use one of these.
 */
export class BlockPublicAccess extends Construct {
  constructor(scope: Construct, id: string, props: BlockPublicAccessProps = {}) {
    super(scope, id);
    new ec2.CfnVPCBlockPublicAccessOptions(this, 'Options', {
      internetGatewayBlockMode: props.mode ?? 'block-bidirectional',
    });
  }

  /**
   * Lets the subnets of a zone use the internet gateway, in the stack of the setting; `PublicAccessExclusion` does it in
   * any other of the account.
   * @param direction `egress` where nothing is reached from the internet, such as NAT gateways
   * @throws Error when the zone does not face the internet in its profile's zone model.
   */
  exclude(zone: Zone, direction: 'bidirectional' | 'egress' = 'bidirectional'): void {
    requireFacing(this, zone);
    excludeZone(new Construct(this, `${zone.vpcName}-${zone.zoneName}`), zone, direction);
  }
}

export interface PublicAccessExclusionProps {
  readonly zone: Zone;
  /** `egress` where nothing is reached from the internet, such as NAT gateways. @default bidirectional */
  readonly direction?: 'bidirectional' | 'egress';
}

/** An exclusion by itself, for a VPC whose account is blocked by a template elsewhere (NET-06). */
export class PublicAccessExclusion extends Construct {
  /** @throws Error when the zone does not face the internet in its profile's zone model. */
  constructor(scope: Construct, id: string, { zone, direction = 'bidirectional' }: PublicAccessExclusionProps) {
    super(scope, id);
    requireFacing(this, zone);
    excludeZone(this, zone, direction);
  }
}

function requireFacing(scope: Construct, zone: Zone): void {
  if (zone.model.internetFacing) return;
  throw new Error(
    `[${scope.node.path}] cannot exclude ${zone.vpcName}/${zone.zoneName}: found a zone that does not face the ` +
      'internet, expected one that does in the zone model of the profile (NET-06)',
  );
}

function excludeZone(scope: Construct, zone: Zone, direction: 'bidirectional' | 'egress'): void {
  const suffixes = namedAvailabilityZones(
    `[${zone.node.path}]`,
    zone.subnets.map((subnet) => subnet.availabilityZone),
  );
  for (const [index, subnet] of zone.subnets.entries()) {
    new ec2.CfnVPCBlockPublicAccessExclusion(scope, `Exclusion-${suffixes[index]?.suffix ?? index}`, {
      internetGatewayExclusionMode: `allow-${direction}`,
      subnetId: subnet.subnetId,
      tags: [{ key: 'Name', value: `${zone.vpcName}/${zone.zoneName}` }],
    });
  }
}
