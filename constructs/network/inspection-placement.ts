import { aws_ec2 as ec2, Fn, Token } from 'aws-cdk-lib';
import type { aws_networkfirewall as firewall } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Flow } from '../../lib/model';
import { destinationOf, joinedBlocks } from './address-blocks';
import { namedAvailabilityZones } from './availability-zones';
import type { HubAttachment } from './hub-attachment';
import { strangeBlocks, type ExternalPeer } from './peer';
import type { Transit } from './transit-acl';
import type { Zone } from './zone';

/** In a VPC made for inspection: you own its endpoints, routes and network ACLs, and pay for its attachment. */
export interface InspectionInVpc {
  /** Zone in whose subnets the firewall's endpoints stand: theirs alone, of a VPC made for inspection. */
  readonly zone: Zone;
  /** Attachment of that VPC to the hub, in appliance mode. */
  readonly attachment: HubAttachment;
}

/** At the transit gateway itself: AWS runs the VPC, and route tables of the hub lead to the firewall. */
export interface InspectionAtHub {
  /** The hub's transit gateway, of this account. */
  readonly transitGatewayId: string;
  /** Availability zones by name, such as `ap-east-1a`: all of those from which VPCs are attached. */
  readonly availabilityZones: readonly string[];
}

/** The ends of a flow by their addresses. */
export interface FlowPeers {
  readonly from: ExternalPeer;
  readonly to: ExternalPeer;
  /** Whether the flow is passed by IPv6 too. */
  readonly ipv6: boolean;
}

/** Where a firewall stands, and what leads to it. */
export interface Placement {
  /** Properties of the firewall by which it stands there. */
  readonly properties: Pick<
    firewall.CfnFirewallProps,
    'vpcId' | 'subnetMappings' | 'transitGatewayId' | 'availabilityZoneMappings'
  >;
  /** Name of the firewall when nobody gives it one. */
  readonly defaultName: string;
  /** Makes the routes to the firewall and back, once it is there. */
  route(scope: Construct, placed: firewall.CfnFirewall): void;
  /** Opens the way of a flow between networks, of which one may stand beyond a line. */
  carry(scope: Construct, placed: firewall.CfnFirewall, flow: Flow, ends: FlowPeers): void;
  /** Opens the way of a flow to the internet. */
  carryOut(scope: Construct, placed: firewall.CfnFirewall, flow: Flow): void;
  /** Id of the attachment to the hub that leads to the firewall. */
  attachmentId(placed: firewall.CfnFirewall): string;
}

const ANYWHERE = '0.0.0.0/0';

/** A firewall with endpoints in the subnets of a zone. */
export class PlacementInVpc implements Placement {
  private opensOut = false;
  private readonly led = new Set<string>();

  /** @throws Error when the attachment is of another VPC or not in appliance mode. */
  constructor(
    private readonly where: string,
    private readonly place: InspectionInVpc,
    private readonly inspected: readonly string[],
    private readonly ipv6Inspected: readonly string[],
  ) {
    const { zone, attachment } = place;
    if (ipv6Inspected.length > 0 && zone.ipv6Cidrs.length === 0) {
      throw new Error(
        `${where} ipv6Inspected: found ${ipv6Inspected.join(', ')}, and ${zone.vpcName}, in which the firewall stands, ` +
          'has no IPv6 addresses; give it `ipv6`, or inspect IPv4 alone',
      );
    }
    if (attachment.vpc.vpc !== zone.vpc) {
      throw new Error(
        `${where} attachment: found that of ${attachment.vpc.vpcName}, expected that of ${zone.vpcName}, in which the ` +
          'firewall stands',
      );
    }
    if (!attachment.applianceMode) {
      throw new Error(
        `${where} attachment: found one without appliance mode, which sends the two directions of a connection to ` +
          'different endpoints; expected applianceMode: true',
      );
    }
  }

  get properties(): Placement['properties'] {
    const { zone } = this.place;
    return {
      vpcId: zone.vpc.vpcId,
      subnetMappings: zone.subnets.map(({ subnetId }) => ({ subnetId, ipAddressType: this.addressType })),
    };
  }

  private get addressType(): string {
    return this.ipv6Inspected.length > 0 ? 'DUALSTACK' : 'IPV4';
  }

  get defaultName(): string {
    return `${this.place.zone.vpcName}-firewall`;
  }

  /** From the hub to the endpoint of the same availability zone, and from there back to the hub. */
  route(scope: Construct, placed: firewall.CfnFirewall): void {
    const { zone, attachment } = this.place;
    const blocks = [...this.inspected, ...this.ipv6Inspected];
    for (const cidr of blocks) this.toEndpoints(scope, placed, cidr);
    attachment.routeZones([zone.zoneName], blocks);
  }

  carry(scope: Construct, placed: firewall.CfnFirewall, flow: Flow, ends: FlowPeers): void {
    const { zone, attachment } = this.place;
    const [from, to] = [ends.from, ends.to].map((peer) => strangeBlocks(peer, this.inspected));
    const strange = [...(from ?? []), ...(to ?? [])];
    if (strange.length === 0) {
      const ipv6Cidrs = ends.ipv6 ? joinedBlocks(`${this.where} ipv6Inspected`, this.ipv6Inspected, 6) : [];
      zone.carryFlow({ cidrs: this.blocks, ipv6Cidrs }, flow);
      attachment.carryFlow(flow, { cidrs: this.blocks, ipv6Cidrs });
      return;
    }
    const side = (peer: ExternalPeer, cidrs: readonly string[] = []): Transit =>
      cidrs.length === 0
        ? { name: 'transit', cidrs: this.blocks }
        : { name: peer.name, cidrs: joinedBlocks(this.where, cidrs) };
    const [source, target] = [side(ends.from, from), side(ends.to, to)];
    zone.carryBetween(flow, source, target);
    attachment.carryBetween(flow, source, target);
    for (const cidr of strange) this.lead(scope, placed, cidr);
  }

  carryOut(scope: Construct, placed: firewall.CfnFirewall, flow: Flow): void {
    const { zone, attachment } = this.place;
    zone.carryOut(this.blocks, flow);
    attachment.passOut(flow, this.blocks);
    if (this.opensOut) return;
    this.opensOut = true;
    this.toEndpoints(scope, placed, ANYWHERE);
    attachment.routeZones([zone.zoneName], [ANYWHERE], 'Out');
  }

  /** Leads what goes to a block beyond a line to the endpoints, and from there back to the hub; once. */
  private lead(scope: Construct, placed: firewall.CfnFirewall, cidr: string): void {
    if (this.led.has(cidr)) return;
    this.led.add(cidr);
    this.toEndpoints(scope, placed, cidr);
    const { zone, attachment } = this.place;
    attachment.routeZones([zone.zoneName], [cidr], `-${cidr}`);
  }

  attachmentId(): string {
    return this.place.attachment.attachmentId;
  }

  private get blocks(): string[] {
    return joinedBlocks(`${this.where} inspected`, this.inspected);
  }

  private toEndpoints(scope: Construct, placed: firewall.CfnFirewall, cidr: string): void {
    for (const subnet of this.place.attachment.subnets) {
      new ec2.CfnRoute(scope, `ToFirewall-${subnet.suffix}-${cidr}`, {
        routeTableId: subnet.routeTableId,
        ...destinationOf(cidr),
        vpcEndpointId: endpointId(this.where, placed, subnet.availabilityZone),
      });
    }
  }
}

/**
 * A firewall that AWS attaches to the transit gateway: always in appliance mode, led to by route tables of the hub
 * alone. Source: Network Firewall developer guide, Considerations for transit gateway-attached firewalls.
 */
export class PlacementAtHub implements Placement {
  readonly properties: Placement['properties'];
  readonly defaultName = 'hub-firewall';

  /** @throws Error when an availability zone is named twice, or is none of a region. */
  constructor(where: string, place: InspectionAtHub) {
    const zones = namedAvailabilityZones(where, place.availabilityZones);
    this.properties = {
      transitGatewayId: place.transitGatewayId,
      availabilityZoneMappings: zones.map(({ name }) => ({ availabilityZone: name })),
    };
  }

  route(): void {
    // Route tables of the hub lead here: `TransitRouting`.
  }

  carry(): void {
    // No subnets, so no network ACLs.
  }

  carryOut(): void {
    // As `carry`.
  }

  attachmentId(placed: firewall.CfnFirewall): string {
    return placed.attrTransitGatewayAttachmentId;
  }
}

/**
 * Id of a firewall's endpoint in an availability zone. AWS lists endpoints in no order (`zone:id,zone:id`), so the id
 * is what stands behind the zone's name.
 * @throws Error when the zone is only known at deployment.
 */
export function endpointId(where: string, placed: firewall.CfnFirewall, availabilityZone: string): string {
  if (Token.isUnresolved(availabilityZone)) {
    throw new Error(
      `${where} availability zone: found one that is only known at deployment, expected a name such as ap-east-1a in ` +
        'the availabilityZones of the VPC: endpoints are told apart by it',
    );
  }
  const behind = Fn.select(1, Fn.split(`${availabilityZone}:`, Fn.join(',', placed.attrEndpointIds)));
  return Fn.select(0, Fn.split(',', behind));
}
