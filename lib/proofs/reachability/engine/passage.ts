import { plainKey, type Target } from '../network';
import { intersect, subtract, type PacketSet } from '../packets';
import { isAvoided } from './avoided';
import { anywhere, passing } from './beyond';
import type { Onward, Router } from './router';
import type { Travel } from './travel';

/** Into the subnet of a firewall's endpoint, through the firewall, and on by that subnet's route table. */
export function throughPassage(
  router: Router,
  { keys, reasons }: Extract<Target, { kind: 'endpoint' }>,
  { subnet, packets, travel }: Onward,
): void {
  if (travel.byGroup || (keys.length > 1 && router.options.mode === 'must')) return;
  for (const key of keys) {
    const passage = router.network.passages.get(key);
    if (!passage || isAvoided(router, passage, { packets, travel })) continue;
    const { place } = passage;
    const inspect = (arrived: PacketSet, after: Travel): void => {
      const passed = router.options.isReply ? arrived : intersect(arrived, router.filters.pick(passage.passes));
      router.drop(
        { kind: 'refused', thing: passage, why: 'no rule of the firewall lets it through' },
        () => subtract(arrived, passed),
        after.trail,
        passage.passes.reasons,
      );
      const next = passing(router, after, passage, 'firewall endpoint', [...reasons, ...passage.passes.reasons]);
      router.send({ kind: 'subnet', subnet: place.subnet }, passed, { ...next, via: 'passage', inspected: true });
    };
    if (subnet === place.subnet) inspect(packets, travel);
    else router.enter(place.subnet, packets, travel, inspect);
  }
}

/** An instance that forwards: what it does with packets is its own affair. */
export function toInterface(router: Router, key: string, { vpc, subnet, packets, travel }: Onward): void {
  const owner = router.network.places.find((place) => place.key.startsWith(`${key} in `));
  if (owner && isAvoided(router, owner, { packets, travel })) return;
  const reason = `what ${owner?.name ?? plainKey(key)} does with packets that it forwards is its own affair`;
  anywhere(router, reason, { vpc, subnet, packets, travel });
}
