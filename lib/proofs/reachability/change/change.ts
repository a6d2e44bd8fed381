import type { ReachabilityChange, TrafficChange } from '../../../model';
import { restrict, subtract, subtractRanges, unite, type PacketSet } from '../packets';
import { CommonLine, type Side } from './common-line';
import { explainedChange, type Difference } from './explained';
import { zonePairs, type State, type ZonePair } from './zone-pairs';

/** What may pass from a zone to another, and what surely does, on the common line. */
interface Passing {
  readonly may: PacketSet;
  readonly must: PacketSet;
}

/**
 * What one state lets pass between zones and the other does not, exactly: by protocol, port and, outside, by address.
 * Inside, what both states have is compared by itself; what only one has counts as any other thing of its zone.
 */
export function changeBetween(before: State, after: State): ReachabilityChange {
  const line = new CommonLine(
    { network: before.cells.network, identities: before.identities },
    { network: after.cells.network, identities: after.identities },
  );
  const pairs = zonePairs(before, after);
  const opened: TrafficChange[] = [];
  const closed: TrafficChange[] = [];
  for (const from of pairs) {
    for (const to of pairs) {
      if (from === to) continue;
      const was = passing(before, line.before, from.before, to.before);
      const is = passing(after, line.after, from.after, to.after);
      const explain = explainedChange({ before, after, line, from, to });
      opened.push(...differences(is, was, from, to, line).map((each) => explain(each, 'opened')));
      closed.push(...differences(was, is, from, to, line).map((each) => explain(each, 'closed')));
    }
  }
  return {
    opened,
    closed,
    newZones: pairs.filter((pair) => !pair.before).map(({ name }) => name),
    goneZones: pairs.filter((pair) => !pair.after).map(({ name }) => name),
  };
}

function passing({ cells }: State, side: Side, from: ZonePair['before'], to: ZonePair['before']): Passing {
  if (!from || !to) return { may: [], must: [] };
  const may = side.told(cells.packets(from, to, 'may'));
  const must = cells.packets(from, to, 'must');
  return { may, must: must === cells.packets(from, to, 'may') ? may : side.told(must) };
}

/** What passes here and not there: surely, perhaps, or surely where it did perhaps. */
function differences(
  here: Passing,
  there: Passing,
  from: ZonePair,
  to: ZonePair,
  line: CommonLine,
): readonly Difference[] {
  if (here.may.length === 0) return [];
  const minus = (a: PacketSet, b: PacketSet): PacketSet => beyond(a, b, from, to, line);
  const sure = minus(here.must, there.may);
  const perhaps = minus(subtract(minus(here.may, there.may), sure), here.must);
  const firmer = subtract(minus(here.must, there.must), sure);
  return [
    { here: 'yes' as const, there: 'no' as const, packets: sure },
    { here: 'unknown' as const, there: 'no' as const, packets: perhaps },
    { here: 'yes' as const, there: 'unknown' as const, packets: firmer },
  ].filter(({ packets }) => packets.length > 0);
}

/** Packets of the one set that the other does not hold. */
function beyond(a: PacketSet, b: PacketSet, from: ZonePair, to: ZonePair, line: CommonLine): PacketSet {
  const left = subtract(a, b);
  if (left.length === 0 || line.unmatched.length === 0) return left;
  const matched = subtractRanges(line.all, line.unmatched);
  const inBoth = restrict(left, { source: matched, destination: matched });
  const ofOne = subtract(left, inBoth);
  if (ofOne.length === 0) return inBoth;
  const alike = b.map((box) => ({
    ...box,
    source: isOutside(from) ? box.source : line.all,
    destination: isOutside(to) ? box.destination : line.all,
  }));
  return unite(inBoth, subtract(ofOne, alike));
}

function isOutside({ before, after }: ZonePair): boolean {
  return (after ?? before)?.by === 'outside';
}
