import { aws_ec2 as ec2, aws_route53resolver as resolver, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ZONE_TAG } from '../../lib/model';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { EncryptedLogGroup } from '../logging';
import { joinedBlocks } from './address-blocks';
import { AddressPlan } from './address-plan';
import { openToInternet } from './internet-route';
import { namedAvailabilityZones, withoutZoneLookup, type NamedAvailabilityZone } from './availability-zones';
import { ClosedDefaultGroup } from './closed-default-group';
import type { Crossing } from './crossing';
import { FlowLogs, type FlowLogsDestination } from './flow-logs';
import { QueryLogs, type QueryLogsDestination } from './query-logs';
import { SubnetBlocks } from './subnet-blocks';
import { SubnetGroup } from './subnet-group';
import { allowWithin } from './transit-acl';
import { VpcIpv6, type Ipv6Choice } from './vpc-ipv6';
import { Zone, type ZoneIpv6 } from './zone';
import type { PoolAllocation, ZoneSubnets } from './zone-subnets';
import { facing, requireZones } from './zones-of-vpc';

export interface ZonedVpcProps {
  /** IPv4 block of the VPC, /16 to /28, or the pool that gives one at deployment. */
  readonly cidr: string | PoolAllocation;
  /**
   * IPv6 beside IPv4: every subnet is given a /64, and flows are opened in both families where both ends have them. The
   * internet is reached by IPv6 from zones that face it alone, through the internet gateway, and no other way is made.
   * Zones see each other's blocks before the deployment only where the block of a pool is stated.
   * @default IPv4 alone
   */
  readonly ipv6?: Ipv6Choice;
  /** Availability zones by name, such as `ap-east-1a`: nothing is looked up. */
  readonly availabilityZones: readonly string[];
  readonly zones: readonly ZoneSubnets[];
  readonly flowLogs: FlowLogsDestination;
  /**
   * Where the names that are looked up in the VPC are recorded (NET-16).
   * @default the bucket of `flowLogs`, else a log group under its key
   */
  readonly queryLogs?: QueryLogsDestination;
  /** Name of the VPC in the register of flows (`vpc/zone`). @default the construct's id */
  readonly vpcName?: string;
  /** Jurisdiction whose zone model applies. @default hk-s17 */
  readonly profile?: Profile;
  /** An internet gateway, for the zones that face the internet and for no other. @default false */
  readonly internetGateway?: boolean;
  /**
   * Blocks that stand in network ACL rules for all addresses of other VPCs within them, for a VPC with more peers than
   * an ACL has rules: the address space of the network. Security groups and the firewall still name each peer.
   * @default none: network ACLs name each peer too
   */
  readonly networkAclSummaries?: readonly string[];
  /** Network ACL rules for each direction, as agreed with AWS: 20 to 40. @default 20 */
  readonly networkAclRuleQuota?: number;
}

/**
 * A VPC of zones: each has its own subnets, route table, network ACL and security group, all closed until a flow is
 * declared. No public addresses, no NAT, an internet gateway only for a zone that faces the internet; the default
 * security group is emptied, answers of signed DNS zones are validated, and all traffic is recorded (NET-01, NET-02,
 * NET-04, NET-07, NET-09, NET-11, NET-15).
 */
export class ZonedVpc extends Construct {
  /** For constructs of CDK: each zone is a subnet group of its name. */
  readonly vpc: ec2.IVpc;
  readonly vpcId: string;
  readonly vpcName: string;
  readonly cidr: string;
  readonly availabilityZones: readonly NamedAvailabilityZone[];
  /** Who has which addresses; constructs that add subnets take theirs from it. */
  readonly addressPlan: AddressPlan;
  readonly networkAclRuleQuota: number | undefined;
  /** IPv6 of the VPC, where it is chosen. */
  readonly ipv6: VpcIpv6 | undefined;
  private readonly blocks: SubnetBlocks;
  private readonly zonesByName: ReadonlyMap<string, Zone>;
  private readonly crossings: Crossing[] = [];
  private readonly listeners: ((crossing: Crossing) => void)[] = [];

  /**
   * @throws Error when a block is malformed, of the other family, outside the VPC or overlapping; when a zone has not one subnet for
   * each availability zone, or is not in the profile's zone model; when an internet gateway is asked for and no zone
   * faces the internet.
   */
  constructor(scope: Construct, id: string, props: ZonedVpcProps) {
    super(scope, id);
    const profile = props.profile ?? profileById(DEFAULT_PROFILE);
    this.vpcName = props.vpcName ?? id;
    this.networkAclRuleQuota = props.networkAclRuleQuota;
    const where = `[${this.node.path}]`;
    this.availabilityZones = namedAvailabilityZones(where, props.availabilityZones);
    const literal = typeof props.cidr === 'string' ? props.cidr : undefined;
    this.addressPlan = new AddressPlan(where, literal);
    requireZones(where, props, profile);
    const network = this.network(props);
    this.vpcId = network.vpcId;
    this.cidr = literal ?? network.vpcCidrBlock;
    const zoneNames = profile.zones.map((zone) => zone.name);
    this.ipv6 = props.ipv6 && new VpcIpv6(this, 'Ipv6', { vpc: network, choice: props.ipv6, zoneNames });
    this.blocks = new SubnetBlocks(where, this.cidr, props, profile, this.availabilityZones);
    const groups = this.subnetGroups(props);
    this.vpc = this.view(props, profile, groups);
    this.zonesByName = this.zones(props, profile, groups);
    if (props.internetGateway) this.openToInternet(facing(props, profile), profile);
    new resolver.CfnResolverDNSSECConfig(this, 'SignedAnswers', { resourceId: this.vpcId });
    this.record(props, profile);
  }

  /** Blocks for an attachment to a hub, cut from the VPC's block beside those of the zones. */
  attachmentBlocks(): string[] {
    return this.blocks.attachment();
  }

  /** @throws Error that lists the zones of the VPC when it has none of that name. */
  zone(name: string): Zone {
    const found = this.zonesByName.get(name);
    if (found) return found;
    throw new Error(
      `[${this.node.path}] has no zone "${name}", expected one of ${[...this.zonesByName.keys()].join(', ')}; ` +
        'declare it in `zones` with its subnets',
    );
  }

  /** Names of the VPC's zones, as declared. */
  get zoneNames(): string[] {
    return [...this.zonesByName.keys()];
  }

  /** Zones with a flow from or to another network, in the order of the VPC's zones. */
  get crossingZones(): Zone[] {
    const names = this.crossings.map((crossing) => crossing.zone.zoneName);
    return [...this.zonesByName.values()].filter((zone) => names.includes(zone.zoneName));
  }

  /** Tells of each flow between a zone and another network, declared before or after, whatever carries it out. */
  onCrossing(listener: (crossing: Crossing) => void): void {
    this.listeners.push(listener);
    for (const crossing of this.crossings) listener(crossing);
  }

  private crossed(crossing: Crossing): void {
    this.crossings.push(crossing);
    for (const listener of this.listeners) listener(crossing);
  }

  private openToInternet(names: readonly string[], profile: Profile): void {
    const open = names.map((name) => this.zone(name));
    const { vpcId, vpcName, ipv6 } = this;
    openToInternet(this, { vpcId, vpcName, profile, zones: open, ipv6: ipv6?.isPublic ?? false });
  }

  private record({ flowLogs, queryLogs }: ZonedVpcProps, profile: Profile): void {
    const { vpcId } = this;
    new FlowLogs(this, 'FlowLogs', { resourceId: vpcId, resourceType: 'VPC', destination: flowLogs, profile });
    if (queryLogs) {
      new QueryLogs(this, 'QueryLogs', { vpcId, ...queryLogs });
    } else if ('archiveBucketArn' in flowLogs) {
      new QueryLogs(this, 'QueryLogs', { vpcId, destinationArn: flowLogs.archiveBucketArn });
    } else {
      const { logGroupArn } = new EncryptedLogGroup(this, 'QueryLogGroup', { ...flowLogs, profile });
      new QueryLogs(this, 'QueryLogs', { vpcId, destinationArn: logGroupArn });
    }
  }

  private network(props: ZonedVpcProps): ec2.Vpc {
    const create = () =>
      new ec2.Vpc(this, 'Vpc', {
        ipAddresses: ipAddresses(props.cidr),
        availabilityZones: [...props.availabilityZones],
        subnetConfiguration: [],
        natGateways: 0,
        createInternetGateway: false,
        restrictDefaultSecurityGroup: false,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        vpcName: this.vpcName,
      });
    const network = withoutZoneLookup(Stack.of(this), props.availabilityZones, create);
    new ClosedDefaultGroup(this, 'DefaultGroup', { vpc: network });
    return network;
  }

  private subnetGroups(props: ZonedVpcProps): ReadonlyMap<string, SubnetGroup> {
    const scope = new Construct(this, 'Subnets');
    const entries = props.zones.map((zone) => {
      const { name } = zone;
      const cidrs = this.blocks.of(zone);
      this.addressPlan.allocate(name, cidrs);
      const group = new SubnetGroup(scope, name, {
        vpcId: this.vpcId,
        vpcName: this.vpcName,
        groupName: name,
        tag: { key: ZONE_TAG, value: name },
        availabilityZones: this.availabilityZones,
        cidrs,
        ipv6: this.ipv6 && {
          cidrs: this.ipv6.zone(name, this.availabilityZones),
          association: this.ipv6.association,
        },
        networkAclRuleQuota: this.networkAclRuleQuota,
      });
      // Between the subnets of one zone security groups decide.
      if (cidrs.length > 1) {
        const ipv6Cidrs = this.ipv6?.named(name, this.availabilityZones) ?? [];
        allowWithin(group.acl, { cidrs: joinedBlocks(`[${this.node.path}] ${name}`, cidrs), ipv6Cidrs });
      }
      return [name, group] as const;
    });
    return new Map(entries);
  }

  private view(props: ZonedVpcProps, profile: Profile, groups: ReadonlyMap<string, SubnetGroup>): ec2.IVpc {
    const open = props.internetGateway ? facing(props, profile) : [];
    const subnetsOf = (names: readonly string[]) => names.flatMap((name) => groups.get(name)?.subnets ?? []);
    const isolated = props.zones.map((zone) => zone.name).filter((name) => !open.includes(name));
    return ec2.Vpc.fromVpcAttributes(this, 'View', {
      vpcId: this.vpcId,
      vpcCidrBlock: this.cidr,
      availabilityZones: this.availabilityZones.map((zone) => zone.name),
      ...(open.length > 0
        ? {
            publicSubnetNames: open,
            publicSubnetIds: subnetsOf(open).map((subnet) => subnet.subnetId),
            publicSubnetRouteTableIds: subnetsOf(open).map((subnet) => subnet.routeTableId),
            publicSubnetIpv4CidrBlocks: subnetsOf(open).map((subnet) => subnet.cidr),
          }
        : {}),
      ...(isolated.length > 0
        ? {
            isolatedSubnetNames: isolated,
            isolatedSubnetIds: subnetsOf(isolated).map((subnet) => subnet.subnetId),
            isolatedSubnetRouteTableIds: subnetsOf(isolated).map((subnet) => subnet.routeTableId),
            isolatedSubnetIpv4CidrBlocks: subnetsOf(isolated).map((subnet) => subnet.cidr),
          }
        : {}),
    });
  }

  private zones(props: ZonedVpcProps, profile: Profile, groups: ReadonlyMap<string, SubnetGroup>) {
    const scope = new Construct(this, 'Zones');
    return new Map(
      props.zones.map(({ name }) => {
        const acl = groups.get(name)?.acl;
        const { subnets } = this.vpc.selectSubnets({ subnetGroupName: name });
        const { networkAclSummaries = [] } = props;
        const common = { zoneName: name, vpc: this.vpc, vpcName: this.vpcName, subnets, profile, networkAclSummaries };
        const onCrossing = (crossing: Crossing) => this.crossed(crossing);
        const open = props.internetGateway === true && facing(props, profile).includes(name);
        const ipv6 = this.ipv6 && ipv6Of(this.ipv6, name, this.availabilityZones, open);
        const options = { onCrossing, ...(acl ? { acl } : {}), ...(ipv6 ? { ipv6 } : {}) };
        return [name, new Zone(scope, name, { ...common, ...options })] as const;
      }),
    );
  }
}

function ipv6Of(
  own: VpcIpv6,
  name: string,
  availabilityZones: readonly NamedAvailabilityZone[],
  open: boolean,
): ZoneIpv6 {
  const cidrs = own.named(name, availabilityZones);
  const internet = open && own.isPublic;
  if (own.block) return { cidrs, vpcCidrs: [own.block.text], internet };
  return { cidrs, vpcCidrs: cidrs, internet, after: own.association };
}

function ipAddresses(cidr: ZonedVpcProps['cidr']): ec2.IIpAddresses {
  if (typeof cidr === 'string') return ec2.IpAddresses.cidr(cidr);
  return ec2.IpAddresses.awsIpamAllocation({
    ipv4IpamPoolId: cidr.ipamPoolId,
    ipv4NetmaskLength: cidr.netmaskLength,
    // Of no use, as CDK makes no subnets here, but asked for.
    defaultSubnetIpv4NetmaskLength: cidr.netmaskLength,
  });
}
