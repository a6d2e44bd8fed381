import { ARROW_KINDS, type NetworkArrow, type NetworkReview } from '../../../model';

/** VPCs that are drawn as one, since the same can pass to, from and in each of them; most often one alone. */
export interface Column {
  /** Positions in `vpcs` of the review. */
  readonly vpcs: readonly number[];
  readonly zones: readonly ColumnZone[];
}

export interface ColumnZone {
  readonly local: string;
  /** Positions in `places` of the review, one of each VPC. */
  readonly places: readonly number[];
}

/** As long as there are no more VPCs than this, each is drawn by itself. */
const MOST_SINGLE = 16;

/** Told apart ever less closely until there are no more columns than this. What is out of order is never hidden. */
const MOST_COLUMNS = 24;

type Closeness = 'by traffic' | 'by pair' | 'by what is out of order';
const CLOSENESS: readonly Closeness[] = ['by traffic', 'by pair', 'by what is out of order'];

/**
 * Draws VPCs of the same posture as one.
 * @param vpcs that may be drawn together, in the order in which they are drawn
 */
export function columnsOf(review: NetworkReview, vpcs: readonly number[]): readonly Column[] {
  if (vpcs.length <= MOST_SINGLE) return vpcs.map((vpc) => columnOf(review, [vpc]));
  const postures = new Postures(review, new Set(vpcs));
  let groups: readonly (readonly number[])[] = [];
  for (const closeness of CLOSENESS) {
    groups = grouped(vpcs, (vpc) => postures.of(vpc, closeness));
    if (groups.length <= MOST_COLUMNS) break;
  }
  return groups.map((group) => columnOf(review, group));
}

export function columnOf({ places }: NetworkReview, vpcs: readonly number[]): Column {
  const zones = new Map<string, number[]>();
  for (const [index, { vpc, local }] of places.entries()) {
    if (vpc === undefined || !vpcs.includes(vpc)) continue;
    const known = zones.get(local);
    if (known) known.push(index);
    else zones.set(local, [index]);
  }
  return { vpcs, zones: [...zones].map(([local, own]) => ({ local, places: own })) };
}

function grouped(vpcs: readonly number[], keyOf: (vpc: number) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const vpc of vpcs) {
    const key = keyOf(vpc);
    const known = groups.get(key);
    if (known) known.push(vpc);
    else groups.set(key, [vpc]);
  }
  return [...groups.values()];
}

/** Puts into words what is so of a VPC. */
class Postures {
  private readonly arrows = new Map<number, NetworkArrow[]>();

  constructor(
    private readonly review: NetworkReview,
    private readonly alike: ReadonlySet<number>,
  ) {
    for (const arrow of review.arrows) {
      const vpcs = [arrow.from, arrow.to].map((place) => review.places[place]?.vpc);
      for (const vpc of new Set(vpcs))
        if (vpc !== undefined) this.arrows.set(vpc, [...(this.arrows.get(vpc) ?? []), arrow]);
    }
  }

  of(vpc: number, closeness: Closeness): string {
    const { places, gateways } = this.review;
    const zones = places.filter((place) => place.vpc === vpc).map(({ local }) => local);
    const own = gateways.filter(({ vpcs }) => vpcs.includes(vpc)).map(({ kind }) => kind);
    const arrows = (this.arrows.get(vpc) ?? []).flatMap((arrow) => this.words(vpc, arrow, closeness));
    return JSON.stringify([zones, [...new Set(own)].toSorted(), [...new Set(arrows)].toSorted()]);
  }

  private words(vpc: number, arrow: NetworkArrow, closeness: Closeness): readonly string[] {
    const { kind, inspected, traffic, from, to } = arrow;
    const isInOrder = (kind === 'declared' || kind === 'possible') && inspected !== 'no';
    if (closeness === 'by what is out of order' && isInOrder) return [];
    const ports =
      closeness === 'by traffic' || !isInOrder ? traffic.map((each) => `${each.protocol} ${each.ports}`) : [];
    const ends = [from, to].map((place) => this.end(vpc, place));
    return [`${ARROW_KINDS.indexOf(kind)} ${inspected ?? ''} ${ends.join(' > ')} ${ports.join()}`];
  }

  /** Which of the others it is makes no difference. */
  private end(vpc: number, index: number): string {
    const place = this.review.places[index];
    if (place?.vpc === vpc) return `own ${place.local}`;
    return place?.vpc !== undefined && this.alike.has(place.vpc) ? `other ${place.local}` : (place?.name ?? '');
  }
}
