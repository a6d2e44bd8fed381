import { Token } from 'aws-cdk-lib';
import { cidrContains, cidrsOverlap, type Cidr } from '../../lib/model';
import { ipv4Block } from './address-blocks';

/** Smallest and largest subnet and VPC that AWS accepts. */
const LARGEST_PREFIX_LENGTH = 28;
const SMALLEST_PREFIX_LENGTH = 16;

interface Allocation {
  readonly owner: string;
  readonly block: Cidr;
}

/** The addresses of one VPC and who has which of them. */
export class AddressPlan {
  /** Undefined when a pool gives the block at deployment. */
  readonly block: Cidr | undefined;
  private readonly allocations: Allocation[] = [];

  /**
   * @param where Beginning of error messages: the construct's path.
   * @param cidr The block; undefined when a pool gives it at deployment.
   * @throws Error when the block is malformed, IPv6, or not between /16 and /28.
   */
  constructor(
    private readonly where: string,
    cidr: string | undefined,
  ) {
    if (cidr === undefined) return;
    this.block = ipv4Block(`${where} cidr`, cidr);
    this.requireSize('cidr', this.block);
  }

  /**
   * Gives blocks to an owner.
   * @throws Error when a block lies outside the VPC or overlaps one that is taken; it names both owners.
   */
  allocate(owner: string, cidrs: readonly string[]): void {
    for (const cidr of cidrs) {
      // Cut at deployment, from parts that belong to one owner each.
      if (!this.block && Token.isUnresolved(cidr)) continue;
      const block = ipv4Block(`${this.where} subnets of ${owner}`, cidr);
      this.requireSize(`subnets of ${owner}`, block);
      if (!this.block) {
        throw new Error(
          `${this.where} subnets of ${owner}: found ${cidr}, and a pool gives the VPC its block at deployment; expected ` +
            'no `subnets`: they are cut from the block',
        );
      }
      if (!cidrContains(this.block, block)) {
        throw new Error(
          `${this.where} subnets of ${owner}: found ${cidr}, expected a block inside the VPC's ${this.block.text}; ` +
            'move the subnet or widen the VPC',
        );
      }
      const taken = this.allocations.find((other) => cidrsOverlap(other.block, block));
      if (taken) {
        throw new Error(
          `${this.where} subnets of ${owner}: found ${cidr}, which overlaps ${taken.block.text} of ${taken.owner}; ` +
            'give one of them another block',
        );
      }
      this.allocations.push({ owner, block });
    }
  }

  private requireSize(what: string, block: Cidr): void {
    if (block.prefix >= SMALLEST_PREFIX_LENGTH && block.prefix <= LARGEST_PREFIX_LENGTH) return;
    throw new Error(
      `${this.where} ${what}: found ${block.text}, expected a prefix of /${SMALLEST_PREFIX_LENGTH} to ` +
        `/${LARGEST_PREFIX_LENGTH}, the sizes that AWS accepts`,
    );
  }
}
