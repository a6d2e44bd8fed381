import { Token } from 'aws-cdk-lib';
import type { Profile } from '../../lib/profiles';
import { ipv4Block } from './address-blocks';
import type { NamedAvailabilityZone } from './availability-zones';
import { SubnetCut, type WholeBlock } from './subnet-cut';
import type { PoolAllocation, ZoneSubnets } from './zone-subnets';

/** Prefix length of the blocks that AWS gives to a subnet at most. */
const LARGEST_PREFIX = 16;

/** The blocks of a VPC's subnets: those that its owner states, else cut from the VPC's block. */
export class SubnetBlocks {
  private cut: SubnetCut | undefined;

  /**
   * @param where beginning of error messages
   * @param cidr the VPC's block, a token when a pool gives it
   */
  constructor(
    private readonly where: string,
    private readonly cidr: string,
    private readonly props: { readonly cidr: string | PoolAllocation; readonly zones: readonly ZoneSubnets[] },
    private readonly profile: Profile,
    private readonly availabilityZones: readonly NamedAvailabilityZone[],
  ) {}

  /** @throws Error when blocks are stated by names that are no availability zones of the VPC, or the block is too small. */
  of({ name, subnets }: ZoneSubnets): string[] {
    if (subnets === undefined) return this.whole().zone(name, this.availabilityZones);
    if (isList(subnets)) return [...subnets];
    const names = this.availabilityZones.map((zone) => zone.name);
    const stranger = Object.keys(subnets).find((key) => !names.includes(key));
    const missing = names.filter((each) => subnets[each] === undefined);
    if (stranger === undefined && missing.length === 0) return names.map((each) => subnets[each] ?? '');
    throw new Error(
      `${this.where} subnets of ${name}: found ${Object.keys(subnets).join(', ') || 'none'}, expected one block for ` +
        `each of ${names.join(', ')}`,
    );
  }

  /** Blocks for the VPC's attachment to a hub, where its owner states none. */
  attachment(): string[] {
    return this.whole().attachment(this.availabilityZones);
  }

  private whole(): SubnetCut {
    this.cut ??= new SubnetCut(
      this.where,
      this.block(),
      this.profile.zones.map((zone) => zone.name),
      this.props.zones.map((zone) => zone.name),
    );
    return this.cut;
  }

  private block(): WholeBlock {
    const { cidr } = this.props;
    if (typeof cidr === 'string') {
      if (!Token.isUnresolved(cidr)) return ipv4Block(`${this.where} cidr`, cidr);
      throw new Error(
        `${this.where} cidr: found a block that is only known at deployment, and cannot cut it; expected a block such ` +
          'as 10.64.0.0/20, or a pool with its netmaskLength',
      );
    }
    const { netmaskLength: prefix } = cidr;
    if (Number.isInteger(prefix) && prefix >= LARGEST_PREFIX) return { prefix, token: this.cidr };
    throw new Error(`${this.where} cidr netmaskLength: found ${prefix}, expected ${LARGEST_PREFIX} or longer`);
  }
}

function isList(subnets: NonNullable<ZoneSubnets['subnets']>): subnets is readonly string[] {
  return Array.isArray(subnets);
}
