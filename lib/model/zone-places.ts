/** Places for availability zones in each part: their letters a to d. */
export const PLACES_IN_PART = 4;

/**
 * Where in a block of addresses a subnet stands: one part for each zone of the profile's model, in the order of the
 * model, one more for attachments, and in each part one place for each availability zone by its letter. Parts belong to
 * names, not to what a VPC declares, so that no zone, availability zone or order of them moves a subnet.
 */
export class ZonePlaces {
  /** Number of parts: a power of two. */
  readonly parts: number;

  /**
   * @param where beginning of error messages
   * @param zoneNames zones of the profile's model, in its order
   */
  constructor(
    private readonly where: string,
    private readonly zoneNames: readonly string[],
  ) {
    this.parts = 2 ** Math.ceil(Math.log2(zoneNames.length + 1));
  }

  /** How many subnets there is room for. */
  get count(): number {
    return this.parts * PLACES_IN_PART;
  }

  /** The part of a zone. */
  partOf(zoneName: string): number {
    return this.zoneNames.indexOf(zoneName);
  }

  /** The part of attachments: the last one. */
  get attachments(): number {
    return this.parts - 1;
  }

  /**
   * The place of a subnet.
   * @param zone availability zone, by its name and its letter or number
   * @throws Error when it is none of the letters a to d.
   */
  place(part: number, { name, suffix }: { readonly name: string; readonly suffix: string }): number {
    const letter = /^\d+$/.test(suffix) ? Number(suffix) - 1 : suffix.charCodeAt(0) - 'a'.charCodeAt(0);
    if (letter < PLACES_IN_PART) return part * PLACES_IN_PART + letter;
    throw new Error(
      `${this.where} availabilityZones: found ${name}, and the block is cut for the zones a to d; expected ` +
        '`subnets` for each zone of the VPC',
    );
  }
}
