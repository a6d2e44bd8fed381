import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PURPOSE_TAG, type Flow } from '../../lib/model';
import { anyBlock, type Family } from './address-blocks';
import type { Crossing, FlowInspector } from './crossing';
import { HubRoutes } from './hub-routes';
import { speakIpv6 } from './peer';
import { SharedParameter } from './shared-parameter';
import { SubnetGroup, type GroupSubnet } from './subnet-group';
import { allowBetween, allowTransitOf, type Transit } from './transit-acl';
import { allowOut } from './transit-internet';
import type { ZonedVpc } from './zoned-vpc';

export interface HubAttachmentProps {
  readonly vpc: ZonedVpc;
  /** Id of the hub's transit gateway, of this account or shared by another. */
  readonly transitGatewayId: string;
  /**
   * Blocks for subnets of the attachment alone, one for each availability zone, in their order; /28 is enough.
   * @default cut from the VPC's block
   */
  readonly subnets?: readonly string[];
  /** Keep both directions of a flow in one availability zone: needed where a firewall stands. @default false */
  readonly applianceMode?: boolean;
  /**
   * Address blocks on the other side of the hub, to which a zone is routed as soon as one of its flows leads there, in
   * the hub's own account; those of IPv6 as soon as a flow leads there in both families. @default none: zones are routed by `routeZones`, or `HubRoutes` after the attachment was
   * accepted
   */
  readonly destinations?: readonly string[];
  /** Firewall of the hub that is told of each flow, where it stands in the same app. @default none */
  readonly inspector?: FlowInspector;
  /**
   * A route table for each availability zone, where what the hub sends goes on by the gateway of its own zone: needed
   * where NAT gateways stand. @default as `applianceMode`
   */
  readonly zonalRoutes?: boolean;
  /** Parameter for the hub's account that holds the attachment's id, and who may read it. @default none */
  readonly publish?: { readonly parameterName: string; readonly shareWith: readonly string[] };
}

/**
 * Attaches a VPC to the hub, in subnets of its own: so the zones' network ACLs apply to what comes from the hub and
 * goes to it, and a firewall can be put between (NET-17, NET-19). Without appliance mode the subnets share one
 * unused route table; with it each has its own.
 */
export class HubAttachment extends Construct {
  readonly attachmentId: string;
  readonly transitGatewayId: string;
  readonly applianceMode: boolean;
  readonly vpc: ZonedVpc;
  private readonly group: SubnetGroup;
  private readonly attachment: ec2.CfnTransitGatewayAttachment;

  /** @throws Error when a subnet lies outside the VPC or overlaps another, or there is not one for each zone. */
  constructor(scope: Construct, id: string, props: HubAttachmentProps) {
    super(scope, id);
    const { vpc } = props;
    this.vpc = vpc;
    this.transitGatewayId = props.transitGatewayId;
    this.applianceMode = props.applianceMode ?? false;
    const cidrs = props.subnets ?? vpc.attachmentBlocks();
    vpc.addressPlan.allocate('the hub attachment', cidrs);
    this.group = new SubnetGroup(this, 'Subnets', {
      vpcId: vpc.vpcId,
      vpcName: vpc.vpcName,
      groupName: 'hub-attachment',
      tag: { key: PURPOSE_TAG, value: 'hub-attachment' },
      availabilityZones: vpc.availabilityZones,
      cidrs,
      ipv6: vpc.ipv6 && { cidrs: vpc.ipv6.attachment(vpc.availabilityZones), association: vpc.ipv6.association },
      routeTablePerSubnet: props.zonalRoutes ?? this.applianceMode,
    });
    this.attachment = new ec2.CfnTransitGatewayAttachment(this, 'Attachment', {
      vpcId: vpc.vpcId,
      transitGatewayId: props.transitGatewayId,
      subnetIds: this.group.subnets.map((subnet) => subnet.subnetId),
      options: {
        ApplianceModeSupport: this.applianceMode ? 'enable' : 'disable',
        DnsSupport: 'enable',
        Ipv6Support: vpc.ipv6 ? 'enable' : 'disable',
      },
      tags: [{ key: 'Name', value: vpc.vpcName }],
    });
    this.attachmentId = this.attachment.ref;
    vpc.onCrossing((crossing) => this.carryOut(crossing, props));
    if (!props.publish) return;
    new SharedParameter(this, 'AttachmentId', {
      ...props.publish,
      value: this.attachmentId,
      description: `Id of the attachment of ${vpc.vpcName} to the hub`,
    });
  }

  /** The attachment's subnets, with their route tables. */
  get subnets(): readonly GroupSubnet[] {
    return this.group.subnets;
  }

  /**
   * Routes zones of the VPC to the hub, each zone once, where both are of one account. For a hub of another account use `HubRoutes`
   * in a stack that is deployed after the attachment was accepted.
   * @param purpose tells routes of one zone apart that are made at several places
   */
  routeZones(zoneNames: readonly string[], destinations: readonly string[], purpose = ''): void {
    for (const name of zoneNames) {
      new HubRoutes(this, `Routes${purpose}-${name}`, {
        zones: [this.vpc.zone(name)],
        transitGatewayId: this.transitGatewayId,
        destinations,
        after: this.attachment,
      });
    }
  }

  /** Zones decide: the packets of their flows pass here on their way to and from the hub. */
  private carryOut({ flow, zone, direction, peer }: Crossing, { destinations, inspector }: HubAttachmentProps): void {
    const seen = direction === 'egress' ? 'ingress' : 'egress';
    allowTransitOf(this.group.acl, { name: 'vpc', cidrs: [this.vpc.cidr] }, flow, seen);
    const { ipv6Cidrs = [] } = zone.asPeer;
    const inBoth = speakIpv6(zone.asPeer, peer);
    if (inBoth) allowTransitOf(this.group.acl, { name: `vpc-${zone.zoneName}`, cidrs: [], ipv6Cidrs }, flow, seen);
    const of = (family: Family) =>
      (destinations ?? []).filter((text) => anyBlock(`[${this.node.path}] destinations`, text).family === family);
    this.routeOnce(zone.zoneName, of(4), '');
    if (inBoth) this.routeOnce(zone.zoneName, of(6), '-ipv6');
    const [from, to] = direction === 'egress' ? [zone.asPeer, peer] : [peer, zone.asPeer];
    inspector?.pass(flow, from, to);
  }

  private routeOnce(zoneName: string, destinations: readonly string[], purpose: string): void {
    if (destinations.length === 0 || this.node.tryFindChild(`Routes${purpose}-${zoneName}`)) return;
    this.routeZones([zoneName], destinations, purpose);
  }

  /** Lets a flow between other networks pass the attachment's subnets, where a firewall of this VPC inspects it. */
  carryFlow(flow: Flow, blocks: Omit<Transit, 'name'>): void {
    allowTransitOf(this.group.acl, { name: 'transit', ...blocks }, flow, 'both');
  }

  /** Lets a flow pass of which one end stands beyond a line: the packets of each side, and the answers. */
  carryBetween(flow: Flow, from: Transit, to: Transit): void {
    allowBetween(this.group.acl, flow, from, to);
  }

  /** Lets a flow of other networks to the internet through the attachment's subnets, and its answers. */
  passOut(flow: Flow, cidrs: readonly string[]): void {
    allowOut(this.group.acl, flow, cidrs);
  }
}
