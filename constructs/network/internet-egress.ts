import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Flow } from '../../lib/model';
import { claimFlow } from '../claims';
import type { FlowInspector } from './crossing';
import { joinedBlocks } from './address-blocks';
import { flowLabel, flowOf, type FlowOptions } from './flow-options';
import type { HubAttachment } from './hub-attachment';
import { INTERNET, requirePeer, type ExternalPeer } from './peer';
import type { FlowPorts } from './ports';
import { Zone } from './zone';

export interface InternetEgressProps {
  /** Zone that faces the internet, of a VPC made for egress: NAT gateways stand in its subnets, and nothing else. */
  readonly zone: Zone;
  /** Attachment of that VPC to the hub, with `zonalRoutes`. */
  readonly attachment: HubAttachment;
  /** Address space of the network, which sends out here. */
  readonly sources: readonly string[];
}

const ANYWHERE = '0.0.0.0/0';

/**
 * The one way out to the internet (NET-04, NET-05, NET-07): a NAT gateway with a fixed address in each availability
 * zone, behind the hub. What may go out is decided by the firewall at the hub, which the route tables of the hub put
 * before it; network ACLs here open for the ports of declared flows alone. Connections from the internet find nothing.
 */
export class InternetEgress extends Construct implements FlowInspector {
  /** Public addresses from which the network speaks, one for each availability zone: for allow-lists of others. */
  readonly publicAddresses: readonly string[];

  /**
   * @throws Error when the zone does not face the internet or has no way to it, or the attachment is of another VPC or
   * has one route table for all availability zones.
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: InternetEgressProps,
  ) {
    super(scope, id);
    this.requireWay(props);
    const { zone, attachment } = props;
    this.publicAddresses = attachment.subnets.map((subnet, index) => {
      const address = new ec2.CfnEIP(this, `Address-${subnet.suffix}`, {
        domain: 'vpc',
        tags: [{ key: 'Name', value: `${zone.vpcName}/egress-${subnet.suffix}` }],
      });
      const stands = zone.subnets[index];
      if (!stands) throw new Error(`[${this.node.path}] zone: found no subnet in ${subnet.availabilityZone}`);
      const gateway = new ec2.CfnNatGateway(this, `Nat-${subnet.suffix}`, {
        connectivityType: 'public',
        allocationId: address.attrAllocationId,
        subnetId: stands.subnetId,
        tags: [{ key: 'Name', value: `${zone.vpcName}/egress-${subnet.suffix}` }],
      });
      gateway.node.addDependency(stands.internetConnectivityEstablished);
      new ec2.CfnRoute(this, `ToNat-${subnet.suffix}`, {
        routeTableId: subnet.routeTableId,
        destinationCidrBlock: ANYWHERE,
        natGatewayId: gateway.ref,
      });
      return address.attrPublicIp;
    });
    attachment.routeZones([zone.zoneName], props.sources);
  }

  /**
   * Lets a flow out, and its answers back in, and claims it in the template's metadata. Declare it to the firewall too:
   * there it is held to its domains.
   * @param ports destination: a port, a range, or several; [] for `icmp`
   * @throws Error when a block or port is malformed.
   */
  allow(from: Zone | ExternalPeer, ports: FlowPorts, options: FlowOptions): void {
    const source = from instanceof Zone ? from.asPeer : from;
    this.pass(flowOf(source.name, INTERNET.name, ports, options), source);
  }

  /** As `allow`, with the flow as its sender declared it: what a firewall calls as its `wayOut`. */
  pass(flow: Flow, from: ExternalPeer): void {
    requirePeer(flowLabel(this, flow), from);
    const blocks = joinedBlocks(`[${this.node.path}] sources`, this.props.sources);
    this.props.zone.carryOut(blocks, flow);
    this.props.attachment.passOut(flow, blocks);
    claimFlow(this, flow);
  }

  private requireWay({ zone, attachment }: InternetEgressProps): void {
    const where = `[${this.node.path}]`;
    if (!zone.model.internetFacing || !zone.subnets.every((subnet) => zone.vpc.publicSubnets.includes(subnet))) {
      throw new Error(
        `${where} zone: found ${zone.vpcName}/${zone.zoneName}, which has no way to the internet, expected a zone that ` +
          'faces it, of a VPC with internetGateway: true (NET-04)',
      );
    }
    if (attachment.vpc.vpc !== zone.vpc) {
      throw new Error(`${where} attachment: found that of ${attachment.vpc.vpcName}, expected that of ${zone.vpcName}`);
    }
    const tables = new Set(attachment.subnets.map((subnet) => subnet.routeTableId));
    if (tables.size === attachment.subnets.length) return;
    throw new Error(
      `${where} attachment: found one route table for all availability zones, expected one for each, which leads to the ` +
        'NAT gateway of its own; set zonalRoutes: true',
    );
  }
}
