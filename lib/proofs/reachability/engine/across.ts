import type { Network } from '../network';
import { intersect, type PacketSet } from '../packets';

/**
 * Packets that a filter lets pass. Those that something translated from IPv6 to IPv4 which no template has come from an
 * address that nobody knows.
 */
export function filtered({ book }: Network, packets: PacketSet, filter: PacketSet): PacketSet {
  const passed = intersect(packets, filter);
  const across = book.nat64?.across(packets) ?? [];
  if (across.length === 0) return passed;
  const anySource = filter.map((box) => ({ ...box, source: book.space.all }));
  return [...passed, ...intersect(across, anySource)];
}
