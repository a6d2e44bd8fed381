import type { Gateway, TransitAttachment } from '../network';
import { restrict, type PacketSet } from '../packets';
import type { Onward, Router } from './router';
import { doubted, type Through, type Travel } from './travel';

export function passing(
  router: Router,
  travel: Travel,
  thing: Gateway | TransitAttachment | { key: string; name: string; origin: Gateway['origin'] },
  what: Through,
  reasons: readonly string[] = [],
): Travel {
  return { ...travel, trail: router.trail({ kind: 'through', thing, what }, travel.trail, reasons) };
}

/** What is behind something that the templates do not have: reached if they lead there. */
export function toOutside(router: Router, key: string, packets: PacketSet, travel: Travel, reason?: string): void {
  const outside = router.network.outsides.get(key);
  if (!outside || (reason !== undefined && router.options.mode === 'must')) return;
  const reached = restrict(packets, { destination: outside.addresses });
  const trail = reason === undefined ? travel.trail : doubted(travel.trail, reason);
  router.end(outside, reached, { ...travel, trail });
}

/** A route that leads where it is not known: the packets may come to anything. */
export function anywhere(router: Router, reason: string, { packets, travel }: Onward): void {
  if (router.options.mode === 'must') return;
  const after: Travel = { ...travel, via: 'local', trail: doubted(travel.trail, reason) };
  // They may come to a NAT gateway that exchanges IPv6 for IPv4.
  const sent = router.network.book.nat64?.translated(packets, router.options.mode) ?? packets;
  for (const other of router.network.vpcs.values())
    router.deliver(other, restrict(sent, { destination: other.addresses }), after);
  for (const outside of router.network.outsides.values())
    router.end(outside, restrict(sent, { destination: outside.addresses }), after);
}
