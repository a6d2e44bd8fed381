import { addressText as written } from '../../../model';
import type { Piece } from './common-line';

/** Addresses as a person writes them: a block where they are one, else the first and the last. */
export function addressText({ family, first, last }: Piece): string {
  const size = last - first + 1n;
  const isBlock = (size & (size - 1n)) === 0n && first % size === 0n;
  const bits = family === 4 ? 32 : 128;
  const start = written(family, first);
  if (isBlock) return size === 1n ? start : `${start}/${bits - (size.toString(2).length - 1)}`;
  return `${start} to ${written(family, last)}`;
}
