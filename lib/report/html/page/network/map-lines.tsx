import type { NetworkArrow, NetworkReview } from '../../../../model';
import type { MapLine, NetworkMap, Point } from '../../map';
import { STRINGS, type Translate } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses, Chosen } from './chosen';
import { KIND_SIGNS } from './kind-mark';
import { Seal } from './seal';
import { MapLink } from './map-link';
import type { Lit, Pointed } from './lit';
import { trafficText } from './traffic';

const { network: words } = STRINGS;

export interface MapLinesProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
  readonly shown: readonly MapLine[];
  readonly addresses: Addresses;
  readonly lit: Lit | undefined;
  readonly chosen: Chosen | undefined;
  onPoint(pointed: Pointed): void;
}

/** What passes from box to box. */
export function MapLines({ map, shown, ...props }: MapLinesProps) {
  return (
    <>
      {shown.map((line) => (
        <Line key={`${line.from} ${line.to} ${line.kind}`} map={map} line={line} {...props} />
      ))}
    </>
  );
}

interface LineProps extends Omit<MapLinesProps, 'shown'> {
  readonly line: MapLine;
}

function Line({ line, map, review, addresses, lit, chosen, onPoint }: LineProps) {
  const { t } = useSpeech();
  const arrow = review.arrows[line.arrows[0] ?? -1];
  if (!arrow) return null;
  const light = lit === undefined ? '' : lit.lines.has(line) ? 'hot' : 'dim';
  return (
    <MapLink
      href={addresses.pair(arrow.from, arrow.to)}
      classes={['line', `line-${line.kind}`, light]}
      name={`${seenOf(line, t)}: ${nameOf(review, line, arrow, t)}`}
      isChosen={isChosen(map, line, chosen)}
      is={{ line }}
      onPoint={onPoint}
    >
      <Drawn line={line} />
    </MapLink>
  );
}

function Drawn({ line }: { readonly line: MapLine }) {
  const { t } = useSpeech();
  const { kind, points, seal, labelAt } = line;
  const path = pathOf(points);
  return (
    <>
      <path class="reach" d={path} />
      <path class="way-line" d={path} />
      {kind === 'undeclared' && <path class="core" d={path} />}
      <Head points={points} kind={kind} />
      {seal && <Seal x={seal.x} y={seal.y} inspected={seal.inspected} />}
      <text x={labelAt.x} y={labelAt.y} text-anchor={labelAt.anchor}>
        {seenOf(line, t)}
      </text>
    </>
  );
}

/** What is written at an arrow. */
function seenOf({ kind, label, arrows }: MapLine, t: Translate): string {
  const sign = kind === 'declared' || kind === 'possible' ? '' : `${KIND_SIGNS[kind]} `;
  const count = arrows.length > 1 ? ` ×${arrows.length}` : '';
  return `${sign}${label.startsWith('*') ? t(words.allTraffic) + label.slice(1) : label}${count}`;
}

function nameOf({ places }: NetworkReview, line: MapLine, { from, to, traffic }: NetworkArrow, t: Translate): string {
  const name = t(words.arrowName, {
    from: places[from]?.name ?? '',
    to: places[to]?.name ?? '',
    traffic: trafficText(traffic, t),
    kind: t(STRINGS.arrowShort[line.kind]),
  });
  return line.arrows.length > 1 ? `${name}, ${t(words.arrowsName, { n: line.arrows.length })}` : name;
}

function isChosen({ boxes }: NetworkMap, { from, to }: MapLine, chosen: Chosen | undefined): boolean {
  if (chosen?.kind !== 'pair') return false;
  const holds = (box: number, place: number): boolean => boxes[box]?.places.includes(place) === true;
  return holds(from, chosen.from) && holds(to, chosen.to);
}

const RADIUS = 5;
const HEAD = 8;

/** Straight pieces with round corners. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const [start, end] = [toward(point, before), toward(point, after)];
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

function toward(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const part = Math.min(RADIUS, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** The head tells the kind by its shape: full, open, a cross, a question. */
function Head({ points, kind }: { readonly points: readonly Point[]; readonly kind: MapLine['kind'] }) {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (!before || !end) return null;
  const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
  const shape =
    kind === 'impossible'
      ? `M${-HEAD - 1} -4L-1 4M${-HEAD - 1} 4L-1 -4`
      : kind === 'unknown'
        ? `M0 0L${-HEAD / 2} -4L${-HEAD} 0L${-HEAD / 2} 4z`
        : `M0 0L${-HEAD} -4.5L${-HEAD} 4.5z`;
  return <path class="head" d={shape} transform={`translate(${end.x} ${end.y}) rotate(${Math.round(angle)})`} />;
}
