import { intersectRanges, type Ranges } from '../packets';
import type { AddressBook } from './address-book';

/** Addresses between which packets may be sent, as the receiver has them. */
interface Families {
  /** That of the receiver. */
  readonly family: 4 | 6;
  readonly source: Ranges;
  readonly destination: Ranges;
}

const SAME = [
  [4, 4],
  [6, 6],
] as const;
const ACROSS = [...SAME, [6, 4]] as const;

/** Addresses of one family on both sides; where NAT gateways translate, IPv6 to IPv4 besides. */
export function familiesOf({ space, nat64 }: AddressBook, from: Ranges, to: Ranges): readonly Families[] {
  return (nat64 ? ACROSS : SAME).flatMap(([own, family]) => {
    const source = intersectRanges(from, space.family(own));
    const destination = intersectRanges(to, space.family(family));
    return source.length === 0 || destination.length === 0 ? [] : [{ family, source, destination }];
  });
}
