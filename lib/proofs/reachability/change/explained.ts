import type { ReachabilityAnswer, ReachabilityVerdict, TrafficChange } from '../../../model';
import { addressesOf, answerFor, sample, trafficText } from '../answers';
import { intersectRanges, restrict, sideOf, subtractRanges, type PacketSet } from '../packets';
import { addressText } from './address-text';
import type { CommonLine, Side } from './common-line';
import type { State, ZonePair } from './zone-pairs';

/** Packets of the common line that pass in one state, and how they do in the other. */
export interface Difference {
  readonly here: ReachabilityVerdict;
  readonly there: ReachabilityVerdict;
  readonly packets: PacketSet;
}

interface Compared {
  readonly before: State;
  readonly after: State;
  readonly line: CommonLine;
  readonly from: ZonePair;
  readonly to: ZonePair;
}

/** Addresses and things that are told by name. */
const SHOWN = 12;

/** Says of differences between two zones what they are, and what shows it. */
export function explainedChange(
  compared: Compared,
): (difference: Difference, how: 'opened' | 'closed') => TrafficChange {
  const { from, to, line } = compared;
  return ({ here, there, packets }, how) => {
    const isOpened = how === 'opened';
    const { witness, blockedBy, unresolved } = explain(compared, packets, how, here) ?? UNTOLD;
    return {
      from: from.name,
      to: to.name,
      before: isOpened ? there : here,
      after: isOpened ? here : there,
      traffic: trafficText(packets),
      addresses: [...addressesIn(packets, 'source', from, line), ...addressesIn(packets, 'destination', to, line)],
      things: [...thingsIn(packets, 'source', from, line, how), ...thingsIn(packets, 'destination', to, line, how)],
      witness: isOpened ? witness : [],
      blockedBy: isOpened ? [] : blockedBy,
      unresolved,
    };
  };
}

const UNTOLD = { witness: [], blockedBy: [], unresolved: [] };

/** The later state answers: for what is opened by a way, for what is closed by what stops it. */
function explain(
  { after, line, from, to }: Compared,
  packets: PacketSet,
  how: 'opened' | 'closed',
  here: ReachabilityVerdict,
): ReachabilityAnswer | undefined {
  const [source, target] = [from.after, to.after];
  if (!source || !target || (how === 'closed' && here !== 'yes')) return undefined;
  const own = restrict(backTo(packets, line.after), { source: addressesOf(source) });
  const asked = how === 'closed' ? restrict(own, { destination: addressesOf(target) }) : own;
  if (asked.length === 0) return undefined;
  const [ends, others] = [source, target].map((zone) => ({ ends: zone.ends, addresses: addressesOf(zone) }));
  if (!ends || !others) return undefined;
  const manner = how === 'opened' && here === 'unknown' ? ({ only: 'may' } as const) : {};
  const question = { from: source.name, to: target.name };
  return answerFor(after.cells.network, question, ends, others, here === 'yes' ? sample(asked) : asked, manner);
}

function backTo(packets: PacketSet, side: Side): PacketSet {
  return packets
    .map((box) => ({ ...box, source: side.back(box.source), destination: side.back(box.destination) }))
    .filter(({ source, destination }) => source.length > 0 && destination.length > 0);
}

/** Addresses outside, unless they are all that the zone has. */
function addressesIn(
  packets: PacketSet,
  side: 'source' | 'destination',
  pair: ZonePair,
  line: CommonLine,
): readonly string[] {
  const zone = pair.after ?? pair.before;
  if (zone?.by !== 'outside') return [];
  const all = (pair.after ? line.after : line.before).to(addressesOf(zone));
  return ([4, 6] as const).flatMap((family) => {
    const own = intersectRanges(all, line.family(family));
    const found = intersectRanges(sideOf(packets, side), own);
    const [within, without] = [found, subtractRanges(own, found)].map((points) => line.addresses(points));
    if (!within || !without || within.length === 0 || without.length === 0) return [];
    const isMost = without.length < within.length;
    const texts = (isMost ? without : within).map(addressText);
    const told = texts.length > SHOWN ? [...texts.slice(0, SHOWN), `… and ${texts.length - SHOWN} more`] : texts;
    return isMost ? told.map((text) => `not ${text}`) : told;
  });
}

/** Things of a zone in the state that lets it pass, unless they are all that stands in it there. */
function thingsIn(
  packets: PacketSet,
  side: 'source' | 'destination',
  pair: ZonePair,
  line: CommonLine,
  how: 'opened' | 'closed',
): readonly string[] {
  const state = how === 'opened' ? 'after' : 'before';
  const [zone, reading] = [pair[state], line[state]];
  if (!zone || zone.by === 'outside') return [];
  const points = sideOf(packets, side);
  const meant = zone.ends.filter((end) => intersectRanges(reading.to(addressesOf({ ends: [end] })), points).length > 0);
  if (meant.length === zone.ends.length) return [];
  const names = [...new Set(meant.map(({ name }) => name))];
  return names.length > SHOWN ? [...names.slice(0, SHOWN), `… and ${names.length - SHOWN} more`] : names;
}
