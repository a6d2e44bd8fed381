import type { NetworkReview } from '../../../model';

/** Where zones stand that were found by their routes, among levels of trust. */
const BY_ROUTES: Readonly<Record<string, number>> = { public: 1, 'private-with-egress': 4, unknown: 5, isolated: 6 };

/** Behind everything that is known. */
const FAR = 50;

/**
 * Orders zones from the least trusted to the most: by the profile where it knows them all, by where their routes lead, else
 * by how many steps they are away from where connections come in.
 */
export class Ranks {
  private readonly depth: ReadonlyMap<string, number>;
  private readonly isByProfile: boolean;

  constructor(private readonly review: NetworkReview) {
    this.depth = depths(review);
    this.isByProfile = review.places.every(
      ({ kind, by, trust }) => kind !== 'zone' || by !== 'tag' || trust !== undefined,
    );
  }

  /** Names of zones, the least trusted first. */
  order(locals: readonly string[]): readonly string[] {
    const rank = new Map(locals.map((local) => [local, this.of(local)]));
    return [...rank.keys()].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || (a < b ? -1 : 1));
  }

  private of(local: string): number {
    const own = this.review.places.filter((place) => place.local === local && place.kind === 'zone');
    if (own.some(({ by }) => by === 'routes')) return BY_ROUTES[local] ?? FAR;
    const trust = own.find((place) => place.trust !== undefined)?.trust;
    return (this.isByProfile ? trust : this.depth.get(local)) ?? FAR;
  }
}

/** Steps along arrows to the zones of a name: from outside, else from zones of their VPC that nothing leads to. */
function depths(review: NetworkReview): ReadonlyMap<string, number> {
  const { next, first } = stepsOf(review);
  const found = new Map<string, number>();
  let edge = [...first];
  for (let depth = 1; edge.length > 0; depth += 1) {
    for (const local of edge) found.set(local, depth);
    edge = [...new Set(edge.flatMap((local) => [...(next.get(local) ?? [])]))].filter((local) => !found.has(local));
  }
  return found;
}

interface Steps {
  /** Names of the zones that a zone of a name leads to, in one VPC. */
  readonly next: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of zones that are entered first. */
  readonly first: ReadonlySet<string>;
}

function stepsOf({ places, arrows }: NetworkReview): Steps {
  const next = new Map<string, Set<string>>();
  const entered = new Set<string>();
  const first = new Set<string>();
  for (const { from, to } of arrows) {
    const [source, target] = [places[from], places[to]];
    if (!source || target?.kind !== 'zone') continue;
    if (source.kind !== 'zone') first.add(target.local);
    if (source.vpc !== target.vpc) continue;
    next.set(source.local, (next.get(source.local) ?? new Set()).add(target.local));
    entered.add(target.local);
  }
  for (const { kind, local } of places) if (kind === 'zone' && !entered.has(local)) first.add(local);
  return { next, first };
}
