import type { aws_kms as kms } from 'aws-cdk-lib';
import { Annotations, aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { NETWORK_QUOTAS } from '../../lib/model';
import type { Profile } from '../../lib/profiles';
import { anyBlock } from './address-blocks';
import { AttachmentAcceptance } from './attachment-acceptance';
import type { TransitHub } from './transit-hub';

/** A VPC at the hub. */
export interface RoutedAttachment {
  /** Name of the VPC. */
  readonly name: string;
  /** A literal, a `HubAttachment`'s of this account, or what `readParameter` gives. */
  readonly attachmentId: string;
  /** Route table that decides where traffic from the VPC goes. */
  readonly associate: string;
  /** Route tables that learn the way to the VPC. @default none */
  readonly propagate?: readonly string[];
  /** True when another account owns the VPC: its attachment waits to be accepted. @default false */
  readonly accept?: boolean;
}

/** A static route of the hub: to an attached VPC, or to nowhere. */
export interface TransitRoute {
  readonly routeTable: string;
  /** Block of destinations, of either family. */
  readonly cidr: string;
  /** Name of the attached VPC. Either this or `blackhole`. */
  readonly to?: string;
  /** Drops what goes to the block, whatever else is learned. */
  readonly blackhole?: true;
}

export interface TransitRoutingProps {
  readonly hub: TransitHub;
  readonly attachments: readonly RoutedAttachment[];
  /** @default none */
  readonly routes?: readonly TransitRoute[];
  /** What was agreed with AWS for the gateway: synthesis warns of more. @default 5,000 attachments and 10,000 routes */
  readonly quotas?: { readonly attachments?: number; readonly routes?: number };
  /** Encrypts the log of the function that accepts attachments. Required when one must be accepted. */
  readonly encryptionKey?: kms.IKey;
  /** Days to keep that log. @default what the profile asks */
  readonly logRetentionDays?: number;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
}

/** Says who reaches whom through the hub: associations, propagations, static routes, blackholes (NET-02, NET-19). */
export class TransitRouting extends Construct {
  private readonly ready = new Map<string, IConstruct>();

  /**
   * @throws Error when a route table or attachment does not exist, a name or route is given twice, a route has not
   * exactly one of `to` and `blackhole`, or an attachment must be accepted and there is no key for the log.
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: TransitRoutingProps,
  ) {
    super(scope, id);
    const names = props.attachments.map((attachment) => attachment.name);
    this.requireUnique('attachments', names);
    this.requireUnique(
      'routes',
      (props.routes ?? []).map((route) => `${route.routeTable} ${route.cidr}`),
    );
    this.countAgainstQuotas();
    this.acceptAttachments();
    for (const attachment of props.attachments) this.route(attachment);
    for (const route of props.routes ?? []) this.staticRoute(route);
  }

  /** Quotas of the gateway, which AWS raises on request: the hub may still be right. */
  private countAgainstQuotas(): void {
    const { attachments, hub, quotas = {}, routes = [] } = this.props;
    const earlier = hub.count('attachments', attachments.length);
    const needed = attachments.reduce((total, attachment) => total + routesOf(attachment), routes.length);
    const routed = hub.count('routes', needed);
    const allowed = {
      attachments: quotas.attachments ?? NETWORK_QUOTAS.attachmentsPerGateway,
      routes: quotas.routes ?? NETWORK_QUOTAS.routesPerGateway,
    };
    this.tellQuota('attachments', allowed.attachments, { before: earlier, shared: 0, earlier }, () => 1);
    this.tellQuota('routes', allowed.routes, { before: routed, shared: routes.length, earlier }, routesOf);
  }

  /** @param use how much others need of the gateway, what these attachments share, and how many were attached before */
  private tellQuota(
    what: string,
    quota: number,
    { before, shared, earlier }: { readonly before: number; readonly shared: number; readonly earlier: number },
    needs: (attachment: RoutedAttachment) => number,
  ): void {
    // Who came before has said so already.
    if (before > quota) return;
    let used = before + shared;
    const breaksAt = this.props.attachments.findIndex((attachment) => (used += needs(attachment)) > quota);
    const { [breaksAt]: first } = this.props.attachments;
    if (!first) return;
    Annotations.of(this).addWarningV2(
      `lionrock:transit-gateway-${what}`,
      `the transit gateway needs more than ${quota} ${what}, the quota of AWS: it breaks with ${first.name}, the ` +
        `attachment number ${earlier + breaksAt + 1}; have it raised before you deploy`,
    );
  }

  private acceptAttachments(): void {
    const waiting = this.props.attachments.filter((attachment) => attachment.accept);
    if (waiting.length === 0) return;
    const { encryptionKey, hub, logRetentionDays, profile } = this.props;
    if (!encryptionKey) {
      throw new Error(
        `[${this.node.path}] encryptionKey: found none, expected a key for the log of the function that accepts ` +
          waiting.map((attachment) => attachment.name).join(', '),
      );
    }
    const acceptance = new AttachmentAcceptance(this, 'Acceptance', {
      transitGatewayArn: hub.transitGatewayArn,
      encryptionKey,
      ...(logRetentionDays === undefined ? {} : { logRetentionDays }),
      ...(profile ? { profile } : {}),
    });
    for (const { name, attachmentId } of waiting) this.ready.set(name, acceptance.accept(name, attachmentId));
  }

  private route(attachment: RoutedAttachment): void {
    const { hub } = this.props;
    const transitGatewayAttachmentId = attachment.attachmentId;
    const scope = new Construct(this, attachment.name);
    new ec2.CfnTransitGatewayRouteTableAssociation(scope, 'Association', {
      transitGatewayAttachmentId,
      transitGatewayRouteTableId: hub.routeTableId(attachment.associate),
    });
    for (const table of attachment.propagate ?? []) {
      new ec2.CfnTransitGatewayRouteTablePropagation(scope, `Propagation-${table}`, {
        transitGatewayAttachmentId,
        transitGatewayRouteTableId: hub.routeTableId(table),
      });
    }
    const accepted = this.ready.get(attachment.name);
    if (accepted) scope.node.addDependency(accepted);
  }

  private staticRoute(route: TransitRoute): void {
    const label = `[${this.node.path}] route ${route.routeTable} ${route.cidr}`;
    anyBlock(label, route.cidr);
    if ((route.to === undefined) === (route.blackhole === undefined)) {
      throw new Error(`${label}: expected either \`to\` or \`blackhole\`, found ${route.to ? 'both' : 'neither'}`);
    }
    const target = this.props.attachments.find((attachment) => attachment.name === route.to);
    if (route.to !== undefined && !target) {
      const names = this.props.attachments.map((attachment) => attachment.name).join(', ');
      throw new Error(`${label}: found no attachment "${route.to}", expected one of ${names}`);
    }
    const resource = new ec2.CfnTransitGatewayRoute(this, `Route-${route.routeTable}-${route.cidr}`, {
      transitGatewayRouteTableId: this.props.hub.routeTableId(route.routeTable),
      destinationCidrBlock: route.cidr,
      ...(target ? { transitGatewayAttachmentId: target.attachmentId } : { blackhole: true }),
    });
    const accepted = this.ready.get(route.to ?? '');
    if (accepted) resource.node.addDependency(accepted);
  }

  private requireUnique(what: string, names: readonly string[]): void {
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated === undefined) return;
    throw new Error(`[${this.node.path}] ${what}: found ${repeated} twice, expected it once`);
  }
}

/** Routes that an attachment announces. */
function routesOf({ propagate = [] }: RoutedAttachment): number {
  return propagate.length;
}
