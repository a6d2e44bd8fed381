import type { WitnessHop } from '../../../model';
import type { Block, Drop } from '../engine';
import { groupNames, hop, hopsOf } from './hops';

/** What stopped packets, in words: each thing once, those that packets came furthest to first. */
export function blocksOf(drops: readonly Drop[]): readonly WitnessHop[] {
  const found = new Map<string, { hop: WitnessHop; depth: number }>();
  for (const drop of drops) {
    const own = blockOf(drop.block);
    const key = JSON.stringify(own);
    const depth = hopsOf(drop.trail).length;
    const known = found.get(key);
    if (!known || known.depth < depth) found.set(key, { hop: own, depth });
  }
  return [...found.values()].toSorted((a, b) => b.depth - a.depth).map((item) => item.hop);
}

function blockOf(block: Block): WitnessHop {
  switch (block.kind) {
    case 'groups': {
      const { place, direction } = block;
      const origin = place.groups.groups[0]?.origin ?? place.origin;
      const why =
        direction === 'in' ? `no rule lets this in to ${place.name}` : `no rule lets this out of ${place.name}`;
      return hop(groupNames(place.groups), origin, why);
    }
    case 'acl': {
      const { acl, direction, subnet } = block;
      const why = `does not let this ${direction === 'in' ? 'into' : 'out of'} subnet ${subnet.name}`;
      return hop(`network ACL ${acl.name}`, acl.origin, why);
    }
    case 'no route':
      return hop(`route table ${block.table.name}`, block.table.origin, 'has no route to the destination');
    default:
      return hop(block.thing.name, block.thing.origin, block.why);
  }
}
