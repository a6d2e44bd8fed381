import { NOT_PUBLIC_BLOCKS } from '../../../model';
import type { Block } from './block';
import { blockOf } from './block';

/** Global unicast addresses of IPv6. Source: IANA IPv6 address space. */
const PUBLIC_6 = blockOf('2000::/3');

export const NOT_PUBLIC: readonly Block[] = NOT_PUBLIC_BLOCKS.flatMap((text) => blockOf(text) ?? []);
export const PUBLIC_IPV6: readonly Block[] = PUBLIC_6 ? [PUBLIC_6] : [];

/** Whether the internet routes some address of the block. */
export function mayBePublic(block: Block): boolean {
  if (block.family === 6) return PUBLIC_IPV6.some((outer) => block.first <= outer.last && outer.first <= block.last);
  return !NOT_PUBLIC.some((outer) => outer.first <= block.first && block.last <= outer.last);
}
