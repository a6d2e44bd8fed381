import { aws_ec2 as ec2, Token } from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { cidrContains, parseCidr } from '../../lib/model';
import { anyBlock, destinationOf } from './address-blocks';
import type { Zone } from './zone';

export interface HubRoutesProps {
  /** Zones that reach the hub. */
  readonly zones: readonly Zone[];
  readonly transitGatewayId: string;
  /** Address blocks on the other side of the hub, outside the VPC, of either family; `0.0.0.0/0` for all else. */
  readonly destinations: readonly string[];
  /** What must exist first: the attachment, where it stands in the same stack. @default none */
  readonly after?: IDependable;
}

/**
 * Routes of zones to the hub. AWS refuses them before the VPC's attachment is accepted: where the gateway belongs to
 * another account, put them in a stack that is deployed after that account's `TransitRouting`.
 */
export class HubRoutes extends Construct {
  /** @throws Error when a destination is malformed, inside the VPC, or IPv6 for a zone without it, or all addresses are sent away from a zone that routes them to the internet. */
  constructor(scope: Construct, id: string, props: HubRoutesProps) {
    super(scope, id);
    for (const zone of props.zones) {
      for (const destination of props.destinations) {
        this.requireDestination(zone, destination);
        for (const [index, routeTableId] of zone.routeTableIds.entries()) {
          const suffix = index === 0 ? '' : `-${index + 1}`;
          const route = new ec2.CfnRoute(this, `${zone.zoneName}${suffix}-${destination}`, {
            routeTableId,
            ...destinationOf(destination),
            transitGatewayId: props.transitGatewayId,
          });
          if (props.after) route.node.addDependency(props.after);
        }
      }
    }
  }

  private requireDestination(zone: Zone, destination: string): void {
    const block = anyBlock(`[${this.node.path}] destinations`, destination);
    if (block.family === 6 && zone.ipv6Cidrs.length === 0) {
      throw new Error(
        `[${this.node.path}] destinations: found ${destination}, and zone ${zone.zoneName} has no IPv6 addresses; ` +
          'expected IPv4 blocks, or a VPC with `ipv6`',
      );
    }
    const own = Token.isUnresolved(zone.vpc.vpcCidrBlock) ? undefined : parseCidr(zone.vpc.vpcCidrBlock);
    if (own && cidrContains(own, block)) {
      throw new Error(
        `[${this.node.path}] destinations: found ${destination}, which is inside the VPC's own ${own.text}, expected ` +
          'addresses on the other side of the hub',
      );
    }
    if (block.prefix === 0 && zone.vpc.publicSubnets.some((subnet) => zone.subnets.includes(subnet))) {
      throw new Error(
        `[${this.node.path}] destinations: found ${destination} for zone ${zone.zoneName}, which routes it to the internet ` +
          'gateway, expected the address space of the network',
      );
    }
  }
}
