import type { NetworkReview } from '../../../model';
import { dagre } from './dagre';
import { MOST_COLUMNS } from './measures';
import { columnOf, columnsOf, type Column } from './posture';

/** Who stands where, from the internet down. */
export interface Bands {
  /** Places outside at the top: the internet, and networks behind gateways. */
  readonly top: readonly number[];
  /** VPCs between the outside and the transit gateway: of ingress, egress and inspection. */
  readonly edge: readonly Column[];
  /** All other VPCs, in rows. */
  readonly rows: readonly (readonly Column[])[];
  /** Services of AWS that gateway endpoints lead to. */
  readonly foot: readonly number[];
}

/** More VPCs at the edge than this are no edge: each department has its own way out. */
const MOST_AT_EDGE = 4;

export function bandsOf(review: NetworkReview): Bands {
  const { places } = review;
  const shown = review.vpcs.flatMap((_, vpc) => (places.some((place) => place.vpc === vpc) ? [vpc] : []));
  const facing = shown.filter((vpc) => isAtEdge(review, vpc));
  const atEdge = facing.length <= MOST_AT_EDGE && facing.length < shown.length ? facing : [];
  const others = byUnit(
    review,
    shown.filter((vpc) => !atEdge.includes(vpc)),
  );
  const edge = byUnit(review, atEdge).map((vpc) => columnOf(review, [vpc]));
  const spokes = columnsOf(review, others);
  const order = orderOf(review, edge, spokes);
  const inOrder = (columns: readonly Column[]) => columns.toSorted((a, b) => order(a) - order(b));
  return {
    top: places.flatMap(({ kind }, index) => (kind === 'internet' || kind === 'network' ? [index] : [])),
    edge: inOrder(edge),
    rows: inRows(inOrder(spokes)),
    foot: places.flatMap(({ kind }, index) => (kind === 'service' ? [index] : [])),
  };
}

/** Whether a VPC is attached to a transit gateway, and others reach the outside or a firewall by it. */
function isAtEdge(review: NetworkReview, vpc: number): boolean {
  const isAttached = review.hubs.some(({ attachments }) => attachments.some((attachment) => attachment.vpc === vpc));
  if (!isAttached) return false;
  const isFacing = review.gateways.some(({ kind, vpcs }) => kind !== 'nat' && kind !== 'peering' && vpcs.includes(vpc));
  return (
    isFacing || review.places.some((place) => place.vpc === vpc && (isOuter(place.trust) || inspects(review, place)))
  );
}

/** The three least trusted zones of the Hong Kong model: both DMZs, and inspection. */
function isOuter(trust: number | undefined): boolean {
  return trust !== undefined && trust <= 3;
}

function inspects({ resources }: NetworkReview, { subnets }: NetworkReview['places'][number]): boolean {
  const standing = subnets.flatMap((subnet) => subnet.standing.map((resource) => resources[resource]?.type ?? ''));
  return standing.includes('AWS::NetworkFirewall::Firewall');
}

/** What belongs together stands together: by organisational unit, and by name. */
function byUnit({ vpcs, accounts }: NetworkReview, own: readonly number[]): readonly number[] {
  const key = (vpc: number): string => {
    const { account = 0, name = '' } = vpcs[vpc] ?? {};
    const { unit = '~', name: owner = '' } = accounts[account] ?? {};
    return `${unit.split('/')[0]} ${owner} ${name}`;
  };
  return own.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Order from left to right, by dagre's minimising of crossings over VPCs as nodes. Of its layout only the order is taken: it
 * knows neither rows by trust nor lines that share a transit gateway, and with those in its graph it draws a ladder.
 */
function orderOf(
  review: NetworkReview,
  edge: readonly Column[],
  spokes: readonly Column[],
): (column: Column) => number {
  const graph = new dagre.Graph();
  graph.setGraph({ rankdir: 'TB', ranker: 'longest-path' });
  graph.setDefaultEdgeLabel(() => ({}));
  const columns = [...edge, ...spokes];
  const nameOf = (column: Column): string => `${columns.indexOf(column)}`;
  const home = new Map(columns.flatMap((column) => column.vpcs.map((vpc) => [vpc, nameOf(column)] as const)));
  for (const column of columns) graph.setNode(nameOf(column), { width: 100, height: 40 });
  graph.setNode('hub', { width: 400, height: 10 });
  for (const column of edge) graph.setEdge(nameOf(column), 'hub');
  for (const column of spokes) graph.setEdge('hub', nameOf(column));
  for (const { from, to } of review.arrows) {
    const [source, target] = [from, to].map((place) => home.get(review.places[place]?.vpc ?? -1));
    if (source !== undefined && target !== undefined && source !== target) graph.setEdge(source, target);
  }
  dagre.layout(graph);
  return (column) => graph.node(nameOf(column)).x;
}

/** Rows of about the same length. */
function inRows(columns: readonly Column[]): readonly (readonly Column[])[] {
  const rows = Math.max(1, Math.ceil(columns.length / MOST_COLUMNS));
  const length = Math.ceil(columns.length / rows);
  return Array.from({ length: rows }, (_, row) => columns.slice(row * length, (row + 1) * length)).filter(
    (row) => row.length > 0,
  );
}
