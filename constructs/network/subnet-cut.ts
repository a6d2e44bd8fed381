import { Fn } from 'aws-cdk-lib';
import { blockOf, ZonePlaces, type Cidr } from '../../lib/model';
import type { NamedAvailabilityZone } from './availability-zones';

/** Smallest subnet that AWS accepts. */
const SMALLEST_PREFIX = 28;

/** The block of a VPC: its addresses, or how long it will be when a pool gives it at deployment. */
export type WholeBlock = Cidr | { readonly prefix: number; readonly token: string };

/** Cuts the IPv4 block of a VPC into subnets, at the places of their zones: see `ZonePlaces`. */
export class SubnetCut {
  private readonly places: ZonePlaces;

  /**
   * @param where beginning of error messages
   * @param zoneNames zones of the profile's model, in its order
   * @param used zones that the VPC has
   * @throws Error when a subnet would be smaller than AWS accepts; it says how large the block has to be.
   */
  constructor(
    where: string,
    private readonly block: WholeBlock,
    zoneNames: readonly string[],
    used: readonly string[],
  ) {
    this.places = new ZonePlaces(where, zoneNames);
    if (this.prefix <= SMALLEST_PREFIX) return;
    const needed = SMALLEST_PREFIX - (this.prefix - block.prefix);
    throw new Error(
      `${where} cidr: found ${'text' in block ? block.text : `a block of /${block.prefix}`}, which cannot hold ` +
        `${used.length} zones (${used.join(', ')}): each zone is given 1 of ${this.places.parts} parts, and each ` +
        `availability zone a quarter of that; expected /${needed} or larger, or \`subnets\` for each zone`,
    );
  }

  /** The blocks of a zone, in the order of the availability zones. */
  zone(name: string, availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return availabilityZones.map((zone) => this.place(this.places.partOf(name), zone));
  }

  /** Blocks of /28 for attachments, in the order of the availability zones. */
  attachment(availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return availabilityZones.map((zone) => this.place(this.places.attachments, zone, SMALLEST_PREFIX));
  }

  private get prefix(): number {
    return this.block.prefix + Math.log2(this.places.count);
  }

  private place(part: number, zone: NamedAvailabilityZone, prefix = this.prefix): string {
    const index = this.places.place(part, zone);
    if ('text' in this.block) {
      return blockOf(this.block, index * 2 ** (32 - this.prefix), prefix).text;
    }
    // Attachments take a whole place here: only equal blocks are cut at deployment.
    return Fn.select(index, Fn.cidr(this.block.token, this.places.count, String(32 - this.prefix)));
  }
}
