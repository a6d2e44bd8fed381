import type { Thing } from '../network';
import type { PacketSet } from '../packets';
import type { Router } from './router';
import type { Travel } from './travel';

/** Whether packets have to go around something. Their answers may come through it: what matters is what it lets in. */
export function isAvoided(
  router: Router,
  thing: Thing,
  { packets, travel }: { readonly packets: PacketSet; readonly travel: Travel },
): boolean {
  if (router.options.isReply || router.options.closed?.has(thing.key) !== true) return false;
  router.drop({ kind: 'refused', thing, why: 'it is what the way has to avoid' }, packets, travel.trail);
  return true;
}
