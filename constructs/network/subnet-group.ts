import type { CfnTag } from 'aws-cdk-lib';
import { aws_ec2 as ec2, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PURPOSE_TAG, ZONE_TAG } from '../../lib/model';
import type { NamedAvailabilityZone } from './availability-zones';
import { ZoneAcl } from './zone-acl';

export interface SubnetGroupProps {
  readonly vpcId: string;
  readonly vpcName: string;
  /** Name of the group: its zone, or what its subnets are for. */
  readonly groupName: string;
  /** What the group is. */
  readonly tag: { readonly key: typeof ZONE_TAG | typeof PURPOSE_TAG; readonly value: string };
  readonly availabilityZones: readonly NamedAvailabilityZone[];
  /** One block for each availability zone, in their order. */
  readonly cidrs: readonly string[];
  /** One /64 for each availability zone, and what gives the VPC its IPv6 block. @default IPv4 alone */
  readonly ipv6?: { readonly cidrs: readonly string[]; readonly association: ec2.CfnVPCCidrBlock } | undefined;
  readonly networkAclRuleQuota?: number | undefined;
  /** A route table for each subnet, where routes differ by availability zone. @default one for the group */
  readonly routeTablePerSubnet?: boolean;
}

/** One subnet of a group. */
export interface GroupSubnet {
  readonly subnetId: string;
  readonly routeTableId: string;
  readonly availabilityZone: string;
  readonly suffix: string;
  readonly cidr: string;
}

/** Subnets of one purpose over the availability zones, with their own routing and their own network ACL. */
export class SubnetGroup extends Construct {
  readonly subnets: readonly GroupSubnet[];
  readonly acl: ZoneAcl;

  /** @throws Error when the number of blocks is not the number of availability zones. */
  constructor(scope: Construct, id: string, props: SubnetGroupProps) {
    super(scope, id);
    const { availabilityZones: zones, cidrs } = props;
    if (zones.length !== cidrs.length) {
      throw new Error(
        `[${this.node.path}] subnets of ${props.groupName}: found ${cidrs.length} (${cidrs.join(', ')}), expected ` +
          `${zones.length}, one for each of ${zones.map((zone) => zone.name).join(', ')}, in that order`,
      );
    }
    this.acl = new ZoneAcl(this, 'NetworkAcl', {
      vpcId: props.vpcId,
      title: `${props.vpcName}/${props.groupName}`,
      ipv6: props.ipv6 !== undefined,
      ...(props.networkAclRuleQuota === undefined ? {} : { quota: props.networkAclRuleQuota }),
    });
    // Rules may name blocks that are cut from the VPC's at deployment, and read them of the VPC, which has them only then.
    if (props.ipv6) this.acl.node.addDependency(props.ipv6.association);
    const shared = props.routeTablePerSubnet ? undefined : this.routeTable('RouteTable', props, props.groupName);
    this.subnets = zones.map((zone, index) => this.subnet(props, zone, index, shared));
    Tags.of(this).add(props.tag.key, props.tag.value);
  }

  private subnet(
    props: SubnetGroupProps,
    zone: NamedAvailabilityZone,
    index: number,
    shared: ec2.CfnRouteTable | undefined,
  ): GroupSubnet {
    const { suffix } = zone;
    const title = `${props.groupName}-${suffix}`;
    const cidr = props.cidrs[index] ?? '';
    const ipv6CidrBlock = props.ipv6?.cidrs[index];
    const subnet = new ec2.CfnSubnet(this, `Subnet-${suffix}`, {
      vpcId: props.vpcId,
      availabilityZone: zone.name,
      cidrBlock: cidr,
      ...(ipv6CidrBlock === undefined ? {} : { ipv6CidrBlock }),
      mapPublicIpOnLaunch: false,
      assignIpv6AddressOnCreation: false,
      tags: nameTag(props, title),
    });
    if (props.ipv6) subnet.addResourceDependency(props.ipv6.association);
    const routeTable = shared ?? this.routeTable(`RouteTable-${suffix}`, props, title);
    new ec2.CfnSubnetRouteTableAssociation(this, `Routes-${suffix}`, {
      subnetId: subnet.ref,
      routeTableId: routeTable.ref,
    });
    new ec2.CfnSubnetNetworkAclAssociation(this, `Acl-${suffix}`, {
      subnetId: subnet.ref,
      networkAclId: this.acl.networkAclId,
    });
    return {
      subnetId: subnet.ref,
      routeTableId: routeTable.ref,
      availabilityZone: zone.name,
      suffix,
      cidr,
    };
  }

  private routeTable(id: string, props: SubnetGroupProps, title: string): ec2.CfnRouteTable {
    return new ec2.CfnRouteTable(this, id, { vpcId: props.vpcId, tags: nameTag(props, title) });
  }
}

function nameTag(props: SubnetGroupProps, title: string): CfnTag[] {
  return [{ key: 'Name', value: `${props.vpcName}/${title}` }];
}
