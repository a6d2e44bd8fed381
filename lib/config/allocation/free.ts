import { nextFreeBlock, parseCidr, type Cidr } from '../../model';
import { AllocationError } from './draft';

/** A block and whose it is: `perimeter of network (digital-policy-office)`. */
export interface Held {
  readonly owner: string;
  readonly block: Cidr;
}

/** Addresses from which blocks are given, and who holds which of them. */
export class FreeBlocks {
  private readonly spaces: readonly Cidr[];

  /** @param key where the config states the addresses */
  constructor(
    private readonly key: string,
    private readonly texts: readonly string[],
    private readonly held: Held[],
  ) {
    this.spaces = texts.flatMap((text) => parseCidr(text) ?? []);
  }

  /**
   * Gives the lowest free block, so that the same config is always given the same.
   * @throws AllocationError that names who asks: when no block is so small, and with who holds what, when none is left.
   */
  give(owner: string, prefix: number): Cidr {
    const longest = this.spaces[0]?.family === 4 ? 32 : 128;
    if (prefix > longest) {
      throw new AllocationError(
        `${owner}: found a block of /${prefix} wanted of ${this.texts.join(', ')}, expected at most /${longest}`,
        true,
      );
    }
    const block = nextFreeBlock({ spaces: this.spaces, taken: this.held.map((each) => each.block) }, prefix);
    if (!block) throw this.exhausted(owner, prefix);
    this.held.push({ owner, block });
    return block;
  }

  private exhausted(owner: string, prefix: number): AllocationError {
    const holders = this.held
      .filter(({ block }) => this.spaces.some((space) => space.first <= block.first && block.last <= space.last))
      .map((each) => `${each.owner} has ${each.block.text}`);
    const taken = holders.length > 0 ? holders.join(', ') : 'nobody has any, so that it is too large';
    return new AllocationError(
      `${owner}: no block of /${prefix} is free in ${this.texts.join(', ') || 'no addresses at all'}: ${taken}; ask for a smaller one, or extend ${this.key}`,
      true,
    );
  }
}
