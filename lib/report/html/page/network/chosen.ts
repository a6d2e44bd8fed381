import type { NetworkReview } from '../../../../model';
import { addressOf, type Route } from '../route/route';

/** What a reader looks at: a place, or what passes from one to another. Positions in `places`. */
export type Chosen =
  | { readonly kind: 'place'; readonly place: number }
  | { readonly kind: 'pair'; readonly from: number; readonly to: number }
  | { readonly kind: 'missing'; readonly name: string };

/** Names of the addresses of single things: `#zone/portal%2Fdata`, `#flow/internet?to=portal%2Fweb`. */
export const NETWORK_ITEMS = ['zone', 'flow'] as const;

export function chosenOf({ places }: NetworkReview, { name, item, query }: Route): Chosen | undefined {
  const at = (wanted: string): number => places.findIndex((place) => place.name === wanted);
  if (item === '' || !NETWORK_ITEMS.some((each) => each === name)) return undefined;
  const from = at(item);
  if (from < 0) return { kind: 'missing', name: item };
  if (name === 'zone') return { kind: 'place', place: from };
  const to = at(query['to'] ?? '');
  return to < 0 ? { kind: 'missing', name: query['to'] ?? '' } : { kind: 'pair', from, to };
}

/** Addresses within the map of one unit; what is shown and which unit it is stay as they are. */
export class Addresses {
  constructor(
    private readonly review: NetworkReview,
    private readonly kept: Readonly<Record<string, string>>,
  ) {}

  place(index: number): string {
    return addressOf({ name: 'zone', item: this.nameOf(index), query: this.kept });
  }

  pair(from: number, to: number): string {
    return addressOf({ name: 'flow', item: this.nameOf(from), query: { to: this.nameOf(to), ...this.kept } });
  }

  whole(): string {
    return addressOf({ name: 'network', query: this.kept });
  }

  private nameOf(index: number): string {
    return this.review.places[index]?.name ?? '';
  }
}
