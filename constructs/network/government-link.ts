import { aws_directconnect as direct } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cidrContains, ZONE_TAG } from '../../lib/model';
import { ipv4Block } from './address-blocks';
import { DeploymentLookup, type LookupLog } from './deployment-lookup';
import { GovernmentVpn, type VpnLink } from './government-vpn';
import type { RoutedAttachment, TransitRoute } from './transit-routing';

/** A way over Direct Connect: the gateway to which the transit virtual interface of the line belongs. */
export interface DirectConnectLink {
  /** Id of a gateway that exists. @default a new one */
  readonly gatewayId?: string;
  /** Private autonomous system number of a new gateway, another than the hub's. @default 64513 */
  readonly asn?: number;
}

export interface GovernmentLinkProps {
  /** The hub's transit gateway, of this account. */
  readonly transitGatewayId: string;
  /** The line: Direct Connect, or tunnels over the internet. */
  readonly by: { readonly directConnect: DirectConnectLink } | { readonly vpn: VpnLink };
  /** Address blocks of this network that the other side learns: at most 200, of the government DMZ alone if you can. */
  readonly announced: readonly string[];
  /** Address blocks of the other side that this network sends to; whatever else it announces is not followed. */
  readonly accepted: readonly string[];
  /** The log of functions that run at deployment, and of the tunnels. */
  readonly log: LookupLog;
  /** Begins the names of what is made. @default the construct's id */
  readonly linkName?: string;
}

/** Where the route tables of a link lead. */
export interface LinkRouting {
  /** Name of the attached VPC, or firewall, through which what comes in goes first. */
  readonly inspection: string;
  /** Route table that is the link's alone. */
  readonly own: string;
  /** Route table of what was inspected. */
  readonly inspected: string;
}

const DEFAULT_ASN = 64513;

/** Prefixes of a transit gateway that a Direct Connect gateway announces. Source: Direct Connect quotas. */
const MOST_PREFIXES = 200;

/**
 * The way to the government's own network (NET-17, NET-18): Direct Connect, or VPN, at the hub, with BGP. Routes are
 * filtered on both sides: the other side learns what is announced and no more, and what it announces is followed for
 * accepted blocks alone, since nothing of it is propagated. What comes in goes to the inspection first, and what it may
 * reach is decided by flows of the government DMZ.
 */
export class GovernmentLink extends Construct {
  /** Attachment to the hub, known at deployment. */
  readonly attachmentId: string;
  private readonly linkName: string;

  /** @throws Error when a block is malformed, given twice, in both lists or everything, or there are too many. */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: GovernmentLinkProps,
  ) {
    super(scope, id);
    this.linkName = props.linkName ?? id;
    this.requireBlocks();
    const connected = 'vpn' in props.by ? this.vpn(props.by.vpn) : this.directConnect(props.by.directConnect);
    const lookup = new DeploymentLookup(this, 'Attachment', {
      ...props.log,
      description: 'Looks up the attachment of the line to the government network at the transit gateway',
      handler: 'hub-attachment',
      actions: ['ec2:DescribeTransitGatewayAttachments'],
    });
    const found = lookup.find('Found', 'HubAttachment', {
      TransitGatewayId: props.transitGatewayId,
      ResourceId: connected.id,
    });
    found.node.addDependency(connected.after);
    this.attachmentId = found.getAttString('AttachmentId');
  }

  /** The attachment for `TransitRouting`: it learns nothing, and nothing is learned from it. */
  routed(routing: Pick<LinkRouting, 'own'>): RoutedAttachment {
    return { name: this.linkName, attachmentId: this.attachmentId, associate: routing.own };
  }

  /** Routes for `TransitRouting`: announced blocks to the inspection, accepted ones from there to the link. */
  routes({ inspection, own, inspected }: LinkRouting): TransitRoute[] {
    return [
      ...this.props.announced.map((cidr) => ({ routeTable: own, cidr, to: inspection })),
      ...this.props.accepted.map((cidr) => ({ routeTable: inspected, cidr, to: this.linkName })),
    ];
  }

  private vpn(vpn: VpnLink) {
    const { transitGatewayId, log } = this.props;
    const made = new GovernmentVpn(this, 'Vpn', { ...vpn, transitGatewayId, log, name: this.linkName });
    return { id: made.connectionId, after: made };
  }

  private directConnect({ gatewayId, asn = DEFAULT_ASN }: DirectConnectLink) {
    const id = gatewayId ?? this.gateway(asn);
    const after = new direct.CfnDirectConnectGatewayAssociation(this, 'Association', {
      directConnectGatewayId: id,
      associatedGatewayId: this.props.transitGatewayId,
      allowedPrefixesToDirectConnectGateway: [...this.props.announced],
    });
    // What the network of the other side is called: associations have no tags.
    after.addMetadata(ZONE_TAG, this.linkName);
    return { id, after };
  }

  private gateway(asn: number): string {
    if (!Number.isInteger(asn) || !((asn >= 64512 && asn <= 65534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294))) {
      throw new Error(`[${this.node.path}] asn: found ${asn}, expected 64512 to 65534 or 4200000000 to 4294967294`);
    }
    return new direct.CfnDirectConnectGateway(this, 'Gateway', {
      directConnectGatewayName: this.linkName,
      amazonSideAsn: String(asn),
    }).attrDirectConnectGatewayId;
  }

  private requireBlocks(): void {
    const { announced, accepted } = this.props;
    for (const [what, blocks] of Object.entries({ announced, accepted })) {
      const label = `[${this.node.path}] ${what}`;
      if (blocks.length === 0)
        throw new Error(`${label}: found none, expected at least one block: a filter, not everything`);
      for (const [index, text] of blocks.entries()) {
        if (ipv4Block(label, text).prefix === 0) {
          throw new Error(
            `${label}: found ${text}, expected blocks of the network: a link that filters nothing is open`,
          );
        }
        if (blocks.indexOf(text) !== index) throw new Error(`${label}: found ${text} twice, expected it once`);
      }
    }
    if (announced.length > MOST_PREFIXES) {
      throw new Error(
        `[${this.node.path}] announced: found ${announced.length} blocks, expected at most ${MOST_PREFIXES}, the quota of ` +
          'Direct Connect; announce blocks that hold them',
      );
    }
    const label = `[${this.node.path}] accepted`;
    const both = accepted.find((text) =>
      announced.some((own) => {
        const [there, here] = [ipv4Block(label, text), ipv4Block(label, own)];
        return cidrContains(there, here) || cidrContains(here, there);
      }),
    );
    if (both === undefined) return;
    throw new Error(`${label}: found ${both}, which overlaps what is announced, expected addresses of the other side`);
  }
}
