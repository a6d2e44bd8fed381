import { cidrContains, parseCidr, type Cidr } from '../../model';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import { overlaps } from './overlaps';
import { nameVpc, vpcsOf, type PlacedVpc } from './survey';

/** A VPC and a block that it states. */
export interface VpcBlock extends PlacedVpc {
  readonly block: Cidr;
}

/** VPCs that state a block under a key. */
export function blocksOf(config: LandingZoneConfig, key: 'cidr' | 'ipv6'): readonly VpcBlock[] {
  return vpcsOf(config).flatMap((placed) => {
    const block = parseCidr(placed.vpc[key] ?? '');
    return block ? [{ ...placed, block }] : [];
  });
}

/** Whether one of these blocks, as texts, holds the block. */
export function isWithin(block: Cidr, spaces: readonly string[]): boolean {
  return spaces.some((text) => {
    const outer = parseCidr(text);
    return outer !== undefined && cidrContains(outer, block);
  });
}

/** Blocks that overlap another one. @param space Key of the config under which free ones are found. */
export function overlapping(blocks: readonly VpcBlock[], key: 'cidr' | 'ipv6', space: string): readonly ProblemDraft[] {
  return overlaps(blocks).map(([placed, other]) => ({
    path: [...placed.path, key],
    message: `${nameVpc(placed)} (${placed.block.text}) overlaps ${nameVpc(other)} (${other.block.text})`,
    expected: 'a block that no other VPC uses',
    remedy: `move one of the two to a free block of ${space}`,
    related: [[...other.path, key]],
  }));
}
