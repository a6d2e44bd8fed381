import type { Piece } from './common-line';

/** Addresses as a person writes them: a block where they are one, else the first and the last. */
export function addressText({ family, first, last }: Piece): string {
  const size = last - first + 1n;
  const isBlock = (size & (size - 1n)) === 0n && first % size === 0n;
  const bits = family === 4 ? 32 : 128;
  const written = family === 4 ? four : six;
  if (isBlock) return size === 1n ? written(first) : `${written(first)}/${bits - (size.toString(2).length - 1)}`;
  return `${written(first)} to ${written(last)}`;
}

function four(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
}

/** By RFC 5952, the longest run of zeros left out. */
function six(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].map(([run]) => run);
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  const text = groups.join(':');
  return longest === undefined
    ? text
    : text
        .replace(longest, '')
        .replace(/^:?|:?$/g, ':')
        .replace(/:{3,}/, '::');
}
