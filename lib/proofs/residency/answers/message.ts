import type { Egress } from '../judge';
import type { Cover } from '../transfers';

/** A way out in words: what moves and to where, why it must be there, and what the transfers say. */
export function messageOf({ path, leaves, to, because }: Egress, cover: Cover): string {
  const where = leaves === true ? `: to ${to}` : because === undefined ? '' : `: not known where (${because})`;
  return [`${path.mechanism}${where}.`, ...(path.why === undefined ? [] : [path.why]), ...coverText(cover)].join(' ');
}

function coverText({ state, transfer, because }: Cover): readonly string[] {
  if (state === 'live' && transfer) return [`Transfer ${transfer.id} covers it until ${transfer.expires}.`];
  if (state === 'claimed' && transfer)
    return [
      `The template claims transfer ${transfer.id}: give the landing zone’s config with --config, which decides.`,
    ];
  return because === undefined ? [] : [`No transfer covers it: ${because}.`];
}
