import { aws_ec2 as ec2, aws_route53resolver as resolver, Stack } from 'aws-cdk-lib';
import { Construct, DependencyGroup } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { acknowledge } from '../acknowledge';
import { acknowledgeDefaultGroupProvider } from './default-group-provider';
import { joinedBlocks } from './address-blocks';
import { AddressPlan } from './address-plan';
import { namedAvailabilityZones, withoutZoneLookup, type NamedAvailabilityZone } from './availability-zones';
import type { Crossing } from './crossing';
import { FlowLogs, type FlowLogsDestination } from './flow-logs';
import { SubnetGroup, ZONE_TAG } from './subnet-group';
import { allowWithin } from './transit-acl';
import { Zone } from './zone';

/** A zone and its subnets. */
export interface ZoneSubnets {
  /** Name in the profile's zone model. */
  readonly name: string;
  /** One IPv4 block for each availability zone, in their order. */
  readonly subnets: readonly string[];
}

export interface ZonedVpcProps {
  /** IPv4 block of the VPC, /16 to /28. */
  readonly cidr: string;
  /** Availability zones by name, such as `ap-east-1a`: nothing is looked up. */
  readonly availabilityZones: readonly string[];
  readonly zones: readonly ZoneSubnets[];
  readonly flowLogs: FlowLogsDestination;
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
  private readonly zonesByName: ReadonlyMap<string, Zone>;
  private readonly crossings: Crossing[] = [];
  private readonly listeners: ((crossing: Crossing) => void)[] = [];

  /**
   * @throws Error when a block is malformed, IPv6, outside the VPC or overlapping; when a zone has not one subnet for
   * each availability zone, or is not in the profile's zone model; when an internet gateway is asked for and no zone
   * faces the internet.
   */
  constructor(scope: Construct, id: string, props: ZonedVpcProps) {
    super(scope, id);
    const profile = props.profile ?? profileById(DEFAULT_PROFILE);
    this.vpcName = props.vpcName ?? id;
    this.cidr = props.cidr;
    this.networkAclRuleQuota = props.networkAclRuleQuota;
    this.addressPlan = new AddressPlan(`[${this.node.path}]`, props.cidr);
    this.availabilityZones = namedAvailabilityZones(`[${this.node.path}]`, props.availabilityZones);
    this.requireZones(props, profile);
    const network = this.network(props);
    this.vpcId = network.vpcId;
    const groups = this.subnetGroups(props);
    this.vpc = this.view(props, profile, groups);
    this.zonesByName = this.zones(props, profile, groups);
    if (props.internetGateway) this.openToInternet(props, profile, groups);
    new resolver.CfnResolverDNSSECConfig(this, 'SignedAnswers', { resourceId: this.vpcId });
    const destination = props.flowLogs;
    new FlowLogs(this, 'FlowLogs', { resourceId: this.vpcId, resourceType: 'VPC', destination, profile });
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

  private requireZones(props: ZonedVpcProps, profile: Profile): void {
    const where = `[${this.node.path}] zones`;
    if (props.zones.length === 0) throw new Error(`${where}: found none, expected at least one`);
    const known = profile.zones.map((zone) => zone.name);
    for (const [index, { name }] of props.zones.entries()) {
      if (!known.includes(name)) {
        throw new Error(`${where}: found "${name}", expected one of ${profile.id}: ${known.join(', ')}`);
      }
      if (props.zones.findIndex((zone) => zone.name === name) !== index) {
        throw new Error(`${where}: found ${name} twice, expected each zone once; give all its subnets in one entry`);
      }
    }
    if (props.internetGateway && facing(props, profile).length === 0) {
      throw new Error(
        `[${this.node.path}] internetGateway: found true, and no zone of the VPC faces the internet; expected one of ` +
          `${profile.zones.flatMap((zone) => (zone.internetFacing ? [zone.name] : [])).join(', ')}, or no gateway (NET-04)`,
      );
    }
    for (const { name, subnets } of props.zones) this.addressPlan.allocate(name, subnets);
  }

  /** The L2 is used for what CloudFormation cannot do: emptying the default security group. */
  private network(props: ZonedVpcProps): ec2.Vpc {
    const create = () =>
      new ec2.Vpc(this, 'Vpc', {
        ipAddresses: ec2.IpAddresses.cidr(props.cidr),
        availabilityZones: [...props.availabilityZones],
        subnetConfiguration: [],
        natGateways: 0,
        createInternetGateway: false,
        restrictDefaultSecurityGroup: true,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        vpcName: this.vpcName,
      });
    const network = withoutZoneLookup(Stack.of(this), props.availabilityZones, create);
    acknowledge(network, {
      'NIST.800.53.R5-VPCDefaultSecurityGroupClosed':
        'The default security group is emptied by the custom resource beside the VPC; the rule cannot see that.',
    });
    acknowledgeDefaultGroupProvider(this);
    return network;
  }

  private subnetGroups(props: ZonedVpcProps): ReadonlyMap<string, SubnetGroup> {
    const scope = new Construct(this, 'Subnets');
    const entries = props.zones.map(({ name, subnets }) => {
      const group = new SubnetGroup(scope, name, {
        vpcId: this.vpcId,
        vpcName: this.vpcName,
        groupName: name,
        tag: { key: ZONE_TAG, value: name },
        availabilityZones: this.availabilityZones,
        cidrs: subnets,
        networkAclRuleQuota: this.networkAclRuleQuota,
      });
      // Between the subnets of one zone security groups decide.
      if (subnets.length > 1) allowWithin(group.acl, joinedBlocks(`[${this.node.path}] ${name}`, subnets));
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
      vpcCidrBlock: props.cidr,
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
        return [name, new Zone(scope, name, { ...common, onCrossing, ...(acl ? { acl } : {}) })] as const;
      }),
    );
  }

  private openToInternet(props: ZonedVpcProps, profile: Profile, groups: ReadonlyMap<string, SubnetGroup>): void {
    const gateway = new ec2.CfnInternetGateway(this, 'InternetGateway', {
      tags: [{ key: 'Name', value: this.vpcName }],
    });
    const attachment = new ec2.CfnVPCGatewayAttachment(this, 'InternetGatewayAttachment', {
      vpcId: this.vpcId,
      internetGatewayId: gateway.ref,
    });
    for (const name of facing(props, profile)) {
      const routeTableId = groups.get(name)?.subnets[0]?.routeTableId ?? '';
      const route = new ec2.CfnRoute(this, `InternetRoute-${name}`, {
        routeTableId,
        destinationCidrBlock: '0.0.0.0/0',
        gatewayId: gateway.ref,
      });
      route.addResourceDependency(attachment);
      for (const subnet of this.zone(name).subnets) awaitRoute(subnet, route);
      acknowledge(route, {
        'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW': `Zone ${name} is the one that faces the internet in the zone model of ${profile.id}; what may pass is decided by its declared flows.`,
      });
    }
  }
}

/** Lets constructs of CDK that face the internet wait for the route. */
function awaitRoute(subnet: ec2.ISubnet, route: ec2.CfnRoute): void {
  const { internetConnectivityEstablished: established } = subnet;
  if (established instanceof DependencyGroup) established.add(route);
}

function facing(props: ZonedVpcProps, profile: Profile): string[] {
  const names = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  return props.zones.map((zone) => zone.name).filter((name) => names.includes(name));
}
