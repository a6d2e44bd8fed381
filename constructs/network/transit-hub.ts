import { aws_ec2 as ec2, aws_ram as ram } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { FlowLogs, type FlowLogsDestination } from './flow-logs';
import { SharedParameter } from './shared-parameter';

export interface TransitHubProps {
  /** Names of the route tables, one for each trust level. */
  readonly routeTables: readonly string[];
  readonly flowLogs: FlowLogsDestination;
  /**
   * ARNs of the organisation or its units, or account ids, that may attach VPCs: computed, never looked up.
   * @default none: the gateway is not shared
   */
  readonly shareWith?: readonly string[];
  /** Parameter for other accounts that holds the gateway's id. @default none */
  readonly gatewayIdParameter?: string;
  /** Private autonomous system number, 64512 to 65534 or 4200000000 to 4294967294. @default 64512 */
  readonly asn?: number;
  /** @default the construct's id */
  readonly hubName?: string;
}

const DEFAULT_ASN = 64512;

/**
 * The transit gateway in the middle of a hub-and-spoke network. Nothing is accepted, associated or propagated by
 * itself: `TransitRouting` says who reaches whom, by route tables of different trust (NET-02, NET-18, NET-19). All
 * its traffic is recorded (NET-11).
 */
export class TransitHub extends Construct {
  readonly transitGatewayId: string;
  readonly transitGatewayArn: string;
  private readonly used = { attachments: 0, routes: 0 };
  private readonly tables: ReadonlyMap<string, ec2.CfnTransitGatewayRouteTable>;

  /** @throws Error when no route table is named, one is named twice, or the number is not private. */
  constructor(scope: Construct, id: string, props: TransitHubProps) {
    super(scope, id);
    const hubName = props.hubName ?? id;
    const asn = this.privateAsn(props.asn ?? DEFAULT_ASN);
    this.requireNames(props.routeTables);
    const gateway = new ec2.CfnTransitGateway(this, 'Gateway', {
      amazonSideAsn: asn,
      autoAcceptSharedAttachments: 'disable',
      defaultRouteTableAssociation: 'disable',
      defaultRouteTablePropagation: 'disable',
      dnsSupport: 'enable',
      multicastSupport: 'disable',
      vpnEcmpSupport: 'enable',
      securityGroupReferencingSupport: 'disable',
      description: `Transit hub ${hubName}`,
      tags: [{ key: 'Name', value: hubName }],
    });
    this.transitGatewayId = gateway.ref;
    this.transitGatewayArn = gateway.attrTransitGatewayArn;
    this.tables = new Map(props.routeTables.map((name) => [name, this.table(hubName, name)]));
    new FlowLogs(this, 'FlowLogs', {
      resourceId: this.transitGatewayId,
      resourceType: 'TransitGateway',
      destination: props.flowLogs,
    });
    this.publish(hubName, props);
  }

  /** @throws Error that lists the route tables when there is none of that name. */
  routeTableId(name: string): string {
    const found = this.tables.get(name);
    if (found) return found.ref;
    throw new Error(
      `[${this.node.path}] has no route table "${name}", expected one of ${[...this.tables.keys()].join(', ')}; ` +
        'add it to `routeTables`',
    );
  }

  /**
   * Counts what somebody needs of the gateway, whose quotas hold for all of them together.
   * @returns how many were needed before
   */
  count(what: 'attachments' | 'routes', needed: number): number {
    const before = this.used[what];
    this.used[what] += needed;
    return before;
  }

  private table(hubName: string, name: string): ec2.CfnTransitGatewayRouteTable {
    return new ec2.CfnTransitGatewayRouteTable(this, `RouteTable-${name}`, {
      transitGatewayId: this.transitGatewayId,
      tags: [{ key: 'Name', value: `${hubName}/${name}` }],
    });
  }

  private publish(hubName: string, props: TransitHubProps): void {
    const shareWith = props.shareWith ?? [];
    if (shareWith.length > 0) {
      new ram.CfnResourceShare(this, 'Share', {
        name: `${hubName}-transit-gateway`,
        allowExternalPrincipals: false,
        principals: [...shareWith],
        resourceArns: [this.transitGatewayArn],
      });
    }
    if (props.gatewayIdParameter === undefined) return;
    new SharedParameter(this, 'GatewayId', {
      parameterName: props.gatewayIdParameter,
      value: this.transitGatewayId,
      description: `Id of the transit gateway ${hubName}`,
      shareWith,
    });
  }

  private privateAsn(asn: number): number {
    const isPrivate = (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294);
    if (Number.isInteger(asn) && isPrivate) return asn;
    throw new Error(
      `[${this.node.path}] asn: found ${asn}, expected a private number: 64512 to 65534 or 4200000000 to 4294967294`,
    );
  }

  private requireNames(names: readonly string[]): void {
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (names.length > 0 && repeated === undefined) return;
    throw new Error(
      `[${this.node.path}] routeTables: found ${repeated === undefined ? 'none' : `${repeated} twice`}, expected one ` +
        'name for each trust level, such as spokes and inspected',
    );
  }
}
