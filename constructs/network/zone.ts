import { Annotations, aws_ec2 as ec2, Tags } from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { errorText, NETWORK_QUOTAS, ZONE_TAG, type Flow } from '../../lib/model';
import { DEFAULT_PROFILE, profileById, type Profile, type ZoneModel } from '../../lib/profiles';
import { claimFlow } from '../claims';
import { anyBlock, joinedBlocks, joinedFamilies } from './address-blocks';
import { type AnyVpc, asVpc } from './any-vpc';
import type { Crossing } from './crossing';
import { flowLabel, flowOf, type FlowOptions } from './flow-options';
import { openEnd, type FarEnd } from './flow-rules';
import { OpenedTraffic } from './opened-traffic';
import { isInternet, requirePeer, type ExternalPeer } from './peer';
import { requireElsewhere, requireFacing, requireNoAdministration } from './peer-checks';
import type { ZonePlacement } from './placement';
import type { FlowPorts } from './ports';
import { allowBetween, allowTransitOf, allowWithin, type Transit } from './transit-acl';
import { allowOut } from './transit-internet';
import { type AclDirection, ZoneAcl } from './zone-acl';
import { markZone } from './zone-marks';

const { rulesPerGroup: GROUP_RULE_QUOTA } = NETWORK_QUOTAS;

export interface ZoneProps {
  /** Name of the zone in the profile's zone model. */
  readonly zoneName: string;
  /** Of a `ZonedVpc`, or one's own: made by CDK or imported. */
  readonly vpc: AnyVpc;
  /** Name of the VPC in the register of flows. */
  readonly vpcName: string;
  /** The zone's subnets, one for each availability zone. */
  readonly subnets: readonly ec2.ISubnet[];
  /** Jurisdiction whose zone model applies. @default hk-s17 */
  readonly profile?: Profile;
  /**
   * In a VPC of one's own: true gives the subnets a network ACL that is closed until flows open it, in place of theirs.
   * The addresses of the subnets must be known. @default false: flows make security group rules only
   */
  readonly networkAcl?: boolean;
  /** IPv6 addresses of the zone. @default none: its flows are opened for IPv4 alone */
  readonly ipv6?: ZoneIpv6;
  /** Network ACL of the subnets, when `ZonedVpc` made it. @default see `networkAcl` */
  readonly acl?: ZoneAcl;
  /** Blocks that stand in ACL rules for all outside addresses within them. @default none */
  readonly networkAclSummaries?: readonly string[];
  /** Told of each flow between the zone and another network. @default nobody */
  readonly onCrossing?: (crossing: Crossing) => void;
}

/** IPv6 addresses of a zone. */
export interface ZoneIpv6 {
  /** Blocks that rules of others name: those of the zone's subnets, or one around them that is the zone's alone. */
  readonly cidrs: readonly string[];
  /** Blocks of the VPC, which are no peer's. @default those of the zone */
  readonly vpcCidrs?: readonly string[];
  /** Whether the zone has a way to the internet by IPv6: flows with it are then opened in both families. @default false */
  readonly internet?: boolean;
  /** What gives the blocks, where they are known at deployment alone. @default nothing: they are there */
  readonly after?: IDependable;
}

/**
 * A zone of a VPC: one trust level, with one security group that is closed until a flow opens it (NET-01, NET-02).
 * `ZonedVpc` makes its own; make one yourself to use flows in a VPC that you have.
 */
export class Zone extends Construct implements ZonePlacement {
  readonly zoneName: string;
  readonly vpc: ec2.IVpc;
  readonly vpcName: string;
  readonly subnets: readonly ec2.ISubnet[];
  /** Cannot be changed by `connections`: declared flows are the only way to open it. */
  readonly securityGroups: readonly ec2.ISecurityGroup[];
  /** The zone in the profile's zone model. */
  readonly model: ZoneModel;
  private readonly securityGroupId: string;
  private readonly acl: ZoneAcl | undefined;
  private readonly aclSummaries: readonly string[];
  private readonly ipv6: ZoneIpv6 | undefined;
  private readonly traffic = new OpenedTraffic();
  private readonly groupRules = {
    ingress: { count: 0, peers: new Set<string>() },
    egress: { count: 0, peers: new Set<string>() },
  };
  private readonly onCrossing: ((crossing: Crossing) => void) | undefined;

  /** @throws Error when the profile's zone model has no zone of that name, or there are no subnets. */
  constructor(scope: Construct, id: string, props: ZoneProps) {
    super(scope, id);
    this.model = zoneModel(this, props);
    if (props.subnets.length === 0) {
      throw new Error(`[${this.node.path}] subnets: found none, expected one for each availability zone`);
    }
    this.zoneName = props.zoneName;
    this.vpc = asVpc(props.vpc);
    this.vpcName = props.vpcName;
    this.subnets = props.subnets;
    this.ipv6 = props.ipv6;
    this.acl = props.acl ?? (props.networkAcl ? this.ownAcl() : undefined);
    this.onCrossing = props.onCrossing;
    this.aclSummaries = summaries(`[${this.node.path}] networkAclSummaries`, props.networkAclSummaries ?? []);
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: this.vpc,
      allowAllOutbound: false,
      description: `Zone ${props.zoneName} of ${props.vpcName}: declared flows only`,
    });
    Tags.of(group).add(ZONE_TAG, props.zoneName);
    // The subnets of a `ZonedVpc` say it themselves.
    if (!props.acl) markZone(this);
    this.securityGroupId = group.securityGroupId;
    this.securityGroups = [
      ec2.SecurityGroup.fromSecurityGroupId(this, 'ReadOnlyGroup', group.securityGroupId, { mutable: false }),
    ];
  }

  /** The zone's address blocks. */
  get cidrs(): string[] {
    return this.subnets.map((subnet) => subnet.ipv4CidrBlock);
  }

  /** The zone's IPv6 blocks; none where it has IPv4 alone. */
  get ipv6Cidrs(): string[] {
    return [...(this.ipv6?.cidrs ?? [])];
  }

  /** Route tables of the zone's subnets, each once. */
  get routeTableIds(): string[] {
    return [...new Set(this.subnets.map((subnet) => subnet.routeTable.routeTableId))];
  }

  /** The zone as zones of other VPCs see it: give it to their `allowTo` and `allowFrom`. */
  get asPeer(): ExternalPeer {
    const { qualifiedName: name, cidrs, ipv6, ipv6Cidrs } = this;
    return { name, cidrs, ...(ipv6 ? { ipv6Cidrs } : {}), ...(ipv6?.after ? { ipv6After: ipv6.after } : {}) };
  }

  private get qualifiedName(): string {
    return `${this.vpcName}/${this.zoneName}`;
  }

  /**
   * Declares a flow from this zone. It makes the security group rules of both ends (of this end, when the peer is
   * outside the VPC), the network ACL rules there and back, and the claim in the template's metadata; all of them in
   * both families where both ends have IPv6 addresses.
   *
   * @param ports destination: a port, a range such as "8000-8010", or several; [] for `icmp` and `all`
   * @throws Error for a flow to itself, a reversed or missing port, a malformed block or one of the other family, a second flow of the
   * same id, the internet as peer of a zone that does not face it, an administrative port open to the internet, or a
   * full network ACL.
   */
  allowTo(peer: Zone | ExternalPeer, ports: FlowPorts, options: FlowOptions): void {
    this.declare('egress', peer, ports, options);
  }

  /** Declares a flow to this zone; see `allowTo`. */
  allowFrom(peer: Zone | ExternalPeer, ports: FlowPorts, options: FlowOptions): void {
    this.declare('ingress', peer, ports, options);
  }

  /** Lets a flow between other networks through the zone's network ACL, where a firewall in the zone inspects it. */
  carryFlow(blocks: Omit<Transit, 'name'>, flow: Flow): void {
    if (this.acl) allowTransitOf(this.acl, { name: 'transit', ...blocks }, flow, 'both');
  }

  /** Lets a flow through of which one end stands beyond a line, where a firewall stands. */
  carryBetween(flow: Flow, from: Transit, to: Transit): void {
    if (this.acl) allowBetween(this.acl, flow, from, to);
  }

  /** Lets a flow of other networks to the internet through, and its answers, where a firewall or NAT stands. */
  carryOut(cidrs: readonly string[], flow: Flow): void {
    if (this.acl) allowOut(this.acl, flow, cidrs);
  }

  private ownAcl(): ZoneAcl {
    this.requireAddresses();
    const acl = new ZoneAcl(this, 'NetworkAcl', {
      vpcId: this.vpc.vpcId,
      title: this.qualifiedName,
      ipv6: this.ipv6 !== undefined,
    });
    for (const subnet of this.subnets) {
      new ec2.CfnSubnetNetworkAclAssociation(this, `Acl-${subnet.node.id}`, {
        subnetId: subnet.subnetId,
        networkAclId: acl.networkAclId,
      });
    }
    const cidrs = joinedBlocks(`[${this.node.path}] subnets`, this.cidrs);
    if (this.subnets.length > 1) allowWithin(acl, { cidrs, ipv6Cidrs: this.ipv6Cidrs });
    return acl;
  }

  /** Imported subnets may not say their addresses. */
  private requireAddresses(): void {
    try {
      void this.cidrs;
    } catch (error) {
      throw new Error(
        `[${this.node.path}] networkAcl: found subnets whose addresses are not known (${errorText(error)}), expected the ` +
          'IPv4 block of each where they are imported, or no networkAcl',
        { cause: error },
      );
    }
  }

  private declare(direction: AclDirection, peer: Zone | ExternalPeer, ports: FlowPorts, options: FlowOptions): void {
    const inside = peer instanceof Zone && peer.vpc === this.vpc;
    const near = inside ? this.zoneName : this.qualifiedName;
    const far = peer instanceof Zone ? (inside ? peer.zoneName : peer.qualifiedName) : peer.name;
    const [from, to] = direction === 'egress' ? [near, far] : [far, near];
    const flow = flowOf(from, to, ports, options);
    if (from === to) {
      throw new Error(
        `${flowLabel(this, flow)} goes from ${from} to itself, expected two zones; members of one zone open to each ` +
          'other with security groups of their own',
      );
    }
    if (!(peer instanceof Zone)) this.requireOutside(flow, direction, peer);
    this.open(flow, direction, peer instanceof Zone ? peer.seenFrom(inside) : peer);
    if (peer instanceof Zone) peer.open(flow, direction === 'egress' ? 'ingress' : 'egress', this.seenFrom(inside));
  }

  private open(flow: Flow, direction: AclDirection, far: FarEnd): void {
    const { securityGroupId, acl, aclSummaries } = this;
    const ipv6 = this.ipv6 && { internet: this.ipv6.internet ?? false };
    const made = openEnd(flow, direction, { scope: this, securityGroupId, acl, aclSummaries, ipv6 }, far);
    this.traffic.add(flowLabel(this, flow), flow, direction, far.name);
    this.countGroupRules(direction, made, far.name);
    claimFlow(this, flow);
    if (far.securityGroupId !== undefined || (isInternet(far) && flow.domains === undefined)) return;
    this.onCrossing?.({ flow, zone: this, direction, peer: far });
  }

  /** A quota that AWS raises on request: the zone may still be right. */
  private countGroupRules(direction: AclDirection, made: number, peer: string): void {
    const { [direction]: rules } = this.groupRules;
    rules.count += made;
    rules.peers.add(peer);
    if (rules.count <= GROUP_RULE_QUOTA || rules.count - made > GROUP_RULE_QUOTA) return;
    Annotations.of(this).addWarningV2(
      `lionrock:security-group-rules-${direction}`,
      `zone ${this.qualifiedName} needs more than ${GROUP_RULE_QUOTA} ${direction} rules in its security group, the ` +
        `quota of AWS: it breaks with ${peer}, the peer number ${rules.peers.size}; have it raised before you deploy`,
    );
  }

  /** The zone as the other end of a flow names it: by its group inside the VPC, by its addresses elsewhere. */
  private seenFrom(inside: boolean): FarEnd {
    if (!inside) return this.asPeer;
    // Read only where an ACL asks for them: the addresses of imported subnets may be unknown.
    const addresses = () => this.cidrs;
    return {
      name: this.zoneName,
      get cidrs() {
        return addresses();
      },
      ipv6Cidrs: this.ipv6Cidrs,
      securityGroupId: this.securityGroupId,
      acl: this.acl,
    };
  }

  private requireOutside(flow: Flow, direction: AclDirection, peer: ExternalPeer): void {
    const label = flowLabel(this, flow);
    requirePeer(label, peer);
    if (isInternet(peer)) {
      requireFacing(label, this.model, peer, flow, direction);
      if (direction === 'ingress') requireNoAdministration(label, flow);
    } else {
      const own = this.ipv6?.vpcCidrs ?? this.ipv6Cidrs;
      requireElsewhere(label, [this.vpc.vpcCidrBlock, ...own], peer);
    }
  }
}

/** Blocks of either family. */
function summaries(where: string, texts: readonly string[]): string[] {
  const [four, six] = ([4, 6] as const).map((family) =>
    texts.filter((text) => anyBlock(where, text).family === family),
  );
  return joinedFamilies(where, four ?? [], six ?? []).map(({ text }) => text);
}

function zoneModel(scope: Construct, props: ZoneProps): ZoneModel {
  const profile = props.profile ?? profileById(DEFAULT_PROFILE);
  const model = profile.zones.find((zone) => zone.name === props.zoneName);
  if (model) return model;
  throw new Error(
    `[${scope.node.path}] found the zone "${props.zoneName}", expected one of ${profile.id}: ` +
      profile.zones.map((zone) => zone.name).join(', '),
  );
}
