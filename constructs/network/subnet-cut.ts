import { Fn } from 'aws-cdk-lib';
import { blockOf, type Cidr } from '../../lib/model';
import type { NamedAvailabilityZone } from './availability-zones';

/** Places for availability zones in each part: their letters a to d. */
const PLACES = 4;

/** Smallest subnet that AWS accepts. */
const SMALLEST_PREFIX = 28;

/** The block of a VPC: its addresses, or how long it will be when a pool gives it at deployment. */
export type WholeBlock = Cidr | { readonly prefix: number; readonly token: string };

/**
 * Cuts the block of a VPC into subnets: one part for each zone of the profile's model, in the order of the model, one
 * more for attachments, and in each part one place for each availability zone by its letter. Parts belong to names, not to
 * what a VPC declares, so that no zone, availability zone or order of them moves a subnet.
 */
export class SubnetCut {
  private readonly parts: number;

  /**
   * @param where beginning of error messages
   * @param zoneNames zones of the profile's model, in its order
   * @param used zones that the VPC has
   * @throws Error when a subnet would be smaller than AWS accepts; it says how large the block has to be.
   */
  constructor(
    private readonly where: string,
    private readonly block: WholeBlock,
    private readonly zoneNames: readonly string[],
    used: readonly string[],
  ) {
    this.parts = powerOfTwo(zoneNames.length + 1);
    if (this.prefix <= SMALLEST_PREFIX) return;
    const needed = SMALLEST_PREFIX - (this.prefix - block.prefix);
    throw new Error(
      `${where} cidr: found ${'text' in block ? block.text : `a block of /${block.prefix}`}, which cannot hold ` +
        `${used.length} zones (${used.join(', ')}): each zone is given 1 of ${this.parts} parts, and each availability ` +
        `zone a quarter of that; expected /${needed} or larger, or \`subnets\` for each zone`,
    );
  }

  /** The blocks of a zone, in the order of the availability zones. */
  zone(name: string, availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return availabilityZones.map((zone) => this.place(this.zoneNames.indexOf(name), zone));
  }

  /** Blocks of /28 for attachments, in the order of the availability zones. */
  attachment(availabilityZones: readonly NamedAvailabilityZone[]): string[] {
    return availabilityZones.map((zone) => this.place(this.parts - 1, zone, SMALLEST_PREFIX));
  }

  private get prefix(): number {
    return this.block.prefix + Math.log2(this.parts * PLACES);
  }

  private place(part: number, zone: NamedAvailabilityZone, prefix = this.prefix): string {
    const index = part * PLACES + this.letter(zone);
    if ('text' in this.block) {
      return blockOf(this.block, index * 2 ** (32 - this.prefix), prefix).text;
    }
    // Attachments take a whole place here: only equal blocks are cut at deployment.
    return Fn.select(index, Fn.cidr(this.block.token, this.parts * PLACES, String(32 - this.prefix)));
  }

  private letter({ name, suffix }: NamedAvailabilityZone): number {
    const letter = /^\d+$/.test(suffix) ? Number(suffix) - 1 : suffix.charCodeAt(0) - 'a'.charCodeAt(0);
    if (letter < PLACES) return letter;
    throw new Error(
      `${this.where} availabilityZones: found ${name}, and the block is cut for the zones a to d; expected ` +
        '`subnets` for each zone of the VPC',
    );
  }
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}
