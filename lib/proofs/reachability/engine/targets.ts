import type { Target } from '../network';
import { anywhere } from './beyond';
import { toCarrier, toLocal } from './edge';
import { throughEgressOnly, toInternet } from './internet';
import { toNat } from './nat';
import { throughPassage, toInterface } from './passage';
import { throughPeering } from './peering';
import type { Onward, Router } from './router';
import { toTransit } from './transit';
import { toService, toVirtual } from './vpn';

type Handlers = {
  readonly [K in Target['kind']]: (router: Router, target: Extract<Target, { kind: K }>, on: Onward) => void;
};

const HANDLERS: Handlers = {
  local: (router, _, { vpc, packets, travel, subnet }) => router.deliver(vpc, packets, travel, subnet),
  nowhere: (router, { why }, { vpc, packets, travel }) =>
    router.drop({ kind: 'refused', thing: vpc, why }, packets, travel.trail),
  'internet-gateway': (router, { key }, on) => toInternet(router, router.network.internet.get(key), on),
  'egress-only-gateway': (router, { key }, on) => throughEgressOnly(router, router.network.egressOnly.get(key), on),
  'nat-gateway': (router, { key }, on) => toNat(router, key, on),
  peering: (router, { key }, on) => throughPeering(router, key, on),
  'transit-gateway': (router, { key }, on) => toTransit(router, key, on),
  attachment: (router, _, { vpc, packets, travel }) =>
    router.drop(
      { kind: 'refused', thing: vpc, why: 'a subnet has no transit gateway attachment of its own' },
      packets,
      travel.trail,
    ),
  'virtual-gateway': (router, { key }, on) => toVirtual(router, key, on),
  'carrier-gateway': (router, { key }, on) => toCarrier(router, key, on),
  'local-gateway': (router, { key }, on) => toLocal(router, key, on),
  service: (router, { key }, on) => toService(router, key, on),
  endpoint: (router, target, on) => throughPassage(router, target, on),
  interface: (router, { key }, on) => toInterface(router, key, on),
  unresolved: (router, { reason }, on) => anywhere(router, reason, on),
};

/** What happens to packets at the target of a route. */
export function followRoute(router: Router, target: Target, on: Onward): void {
  const handler = HANDLERS[target.kind] as (router: Router, target: Target, on: Onward) => void;
  handler(router, target, on);
}
