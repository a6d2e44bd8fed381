import { aws_ec2 as ec2, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  blockOf,
  ipv6SpaceOf,
  isRoutedByInternet,
  PLACES_IN_PART,
  VPC_IPV6_SPACES,
  ZonePlaces,
  type Cidr,
} from '../../lib/model';
import { ipv6Block } from './address-blocks';
import type { NamedAvailabilityZone } from './availability-zones';

/**
 * IPv6 addresses of a VPC: Amazon's, or of a pool of IPAM, which gives the block that is stated or one of a length. The pool
 * is one's own, of either scope: private addresses (`fd00::/8`), those that Amazon gives to pools, or brought along.
 */
export type Ipv6Choice = 'amazon' | StatedIpv6 | { readonly ipamPoolId: string; readonly netmaskLength: number };

/** A block of a pool. */
export interface StatedIpv6 {
  readonly ipamPoolId: string;
  readonly cidr: string;
  /**
   * Whether the internet routes the block: false for one of `2000::/3` in a pool of the private scope, or that is not
   * advertised. @default true, where the block is of `2000::/3`
   */
  readonly internet?: boolean;
}

/** Length of the blocks that Amazon gives. */
const AMAZONS = 56;
/** Length of every subnet. */
const SUBNET = 64;

export interface VpcIpv6Props {
  readonly vpc: ec2.Vpc;
  readonly choice: Ipv6Choice;
  /** Zones of the profile's model, in its order. */
  readonly zoneNames: readonly string[];
}

/** The IPv6 block of a VPC, and the /64 of each of its subnets at the place of its zone: see `ZonePlaces`. */
export class VpcIpv6 extends Construct {
  /** Subnets wait for it. */
  readonly association: ec2.CfnVPCCidrBlock;
  /** True when the internet routes the addresses; not of a block that a pool gives at deployment. */
  readonly isPublic: boolean;
  /** The block, where it is known before the deployment. */
  readonly block: Cidr | undefined;
  private readonly token: string;
  private readonly places: ZonePlaces;

  /** @throws Error when the block is malformed, IPv4, one that no pool has, or has no room for a /64 in each place. */
  constructor(scope: Construct, id: string, { vpc, choice, zoneNames }: VpcIpv6Props) {
    super(scope, id);
    const where = `[${scope.node.path}] ipv6`;
    this.places = new ZonePlaces(where, zoneNames);
    const stated = choice !== 'amazon' && 'cidr' in choice ? choice : undefined;
    this.block = stated && ipv6Block(`${where} cidr`, stated.cidr);
    this.requireRoom(
      where,
      this.block?.prefix ?? (typeof choice === 'object' && 'netmaskLength' in choice ? choice.netmaskLength : AMAZONS),
    );
    this.isPublic = choice === 'amazon' || (stated !== undefined && isRouted(where, stated, this.block));
    this.association = new ec2.CfnVPCCidrBlock(this, 'Block', { vpcId: vpc.vpcId, ...blockProps(choice) });
    this.token = Fn.select(0, vpc.vpcIpv6CidrBlocks);
  }

  /** The /64 of each of a zone's subnets, in the order of the availability zones. */
  zone(name: string, availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return availabilityZones.map((zone) => this.subnet(this.places.partOf(name), zone));
  }

  /** The /64 of each of an attachment's subnets. */
  attachment(availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return availabilityZones.map((zone) => this.subnet(this.places.attachments, zone));
  }

  /** What rules call a zone: the /62 that is its own alone, where the block is known; else its subnets. */
  named(name: string, availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return this.block ? [ipv6OfZone(this.block, this.places, name)] : this.zone(name, availabilityZones);
  }

  private subnet(part: number, zone: NamedAvailabilityZone): string {
    const index = this.places.place(part, zone);
    if (this.block) return blockOf(this.block, BigInt(index) << 64n, SUBNET).text;
    return Fn.select(index, Fn.cidr(this.token, this.places.count, String(128 - SUBNET)));
  }

  /** AWS gives VPCs blocks of /44 to /60, in steps of four. */
  private requireRoom(where: string, prefix: number): void {
    const longest = Math.floor((SUBNET - Math.log2(this.places.count)) / 4) * 4;
    if (Number.isInteger(prefix) && prefix >= 44 && prefix <= longest && prefix % 4 === 0) return;
    throw new Error(
      `${where}: found a block of /${prefix}, expected /44 to /${longest} in steps of four, which has a /64 for each of ` +
        `${this.places.count} subnets`,
    );
  }
}

/** The /62 of a VPC's block that is a zone's alone: how zones of other VPCs name it, also before the VPC is there. */
export function ipv6OfZone(block: Cidr, places: ZonePlaces, zoneName: string): string {
  const first = places.partOf(zoneName) * PLACES_IN_PART;
  return blockOf(block, BigInt(first) << 64n, SUBNET - Math.log2(PLACES_IN_PART)).text;
}

/** Whether the internet routes a stated block. @throws Error when no pool has such a block. */
function isRouted(where: string, { internet }: StatedIpv6, block: Cidr | undefined): boolean {
  if (block && ipv6SpaceOf(block)) return isRoutedByInternet(block, internet);
  throw new Error(`${where} cidr: found ${block?.text}, which no pool of IPAM has, expected ${VPC_IPV6_SPACES}`);
}

function blockProps(choice: Ipv6Choice): Omit<ec2.CfnVPCCidrBlockProps, 'vpcId'> {
  if (choice === 'amazon') return { amazonProvidedIpv6CidrBlock: true };
  const { ipamPoolId: ipv6IpamPoolId } = choice;
  if ('cidr' in choice) return { ipv6IpamPoolId, ipv6CidrBlock: choice.cidr };
  return { ipv6IpamPoolId, ipv6NetmaskLength: choice.netmaskLength };
}
