import type { ReachabilityPassage } from '../../../model';
import type { Network } from '../network';
import { unite, type PacketSet } from '../packets';
import { relayHop } from './answer-through';
import { subjectOf } from './subject';
import { Follower, type Passing } from './through';
import { trafficText } from './traffic';
import { waysTo, type Way } from './ways';
import type { Zone } from './zones';

/** A way that leads to its end, surely or perhaps. */
interface Led {
  readonly way: Way;
  readonly passing: Passing;
}

/** What zones reach by way of what ends connections and opens others, worked out pair by pair. */
export class CellsThrough {
  private readonly followers = new Map<Zone, Follower>();
  private readonly leading = new Map<Zone, ReadonlyMap<string, readonly Way[]>>();
  private readonly home = new Map<string, Zone>();

  /** @param mayPass whether packets may pass from a zone to another; one that sends none to a relay need not be asked */
  constructor(
    private readonly network: Network,
    zones: readonly Zone[],
    private readonly mayPass: (from: Zone, to: Zone) => boolean,
  ) {
    for (const zone of zones) for (const { key } of zone.ends) this.home.set(key, zone);
  }

  /** One entry for each chain of relays that leads from the one zone to the other. */
  between(from: Zone, to: Zone): readonly ReachabilityPassage[] {
    return [...this.waysTo(to).values()].flatMap((ways) => {
      const led = ways.filter((way) => this.mayEnter(from, way)).flatMap((way) => this.followed(from, way, to));
      const sure = led.filter(({ passing }) => passing.answer === 'yes');
      return led.length === 0 ? [] : [passageOf(sure, led)];
    });
  }

  /** Ways to what stands in a zone, by the relays that they lead over. */
  private waysTo(to: Zone): ReadonlyMap<string, readonly Way[]> {
    const known = this.leading.get(to);
    if (known) return known;
    const chains = new Map<string, Way[]>();
    for (const way of waysTo(this.network, new Set(to.ends.map(({ key }) => key)))) {
      const key = JSON.stringify(way.map(({ relay }) => relay.key));
      chains.set(key, [...(chains.get(key) ?? []), way]);
    }
    this.leading.set(to, chains);
    return chains;
  }

  private mayEnter(from: Zone, [first]: Way): boolean {
    const entrances = first?.relay.entrances ?? [];
    return entrances.some(({ key }) => {
      const zone = this.home.get(key);
      return zone === undefined || zone === from || this.mayPass(from, zone);
    });
  }

  /** The one that follows ways from a zone; what they have in common it follows once. */
  follower(from: Zone): Follower {
    const follower = this.followers.get(from) ?? new Follower(this.network, subjectOf(from));
    this.followers.set(from, follower);
    return follower;
  }

  /** The zone in which something stands, by its key. */
  homeOf(key: string): Zone | undefined {
    return this.home.get(key);
  }

  private followed(from: Zone, way: Way, to: Zone): readonly Led[] {
    const passing = this.follower(from).follow(way, to.ends, { at: 'first', traffic: undefined });
    return passing.answer === 'no' ? [] : [{ way, passing }];
  }
}

function passageOf(sure: readonly Led[], led: readonly Led[]): ReachabilityPassage {
  const [own, mode] = sure.length > 0 ? ([sure, 'must'] as const) : ([led, 'may'] as const);
  const packets = (side: 'sent' | 'arriving'): PacketSet => unite(own.flatMap(({ passing }) => passing[side][mode]));
  const open = led.flatMap(({ passing }) => (passing.answer === 'unknown' ? passing.unresolved : []));
  return {
    answer: mode === 'must' ? 'yes' : 'unknown',
    by: own[0]?.way.map(relayHop) ?? [],
    traffic: trafficText(packets('sent')),
    received: trafficText(packets('arriving')),
    witness: own[0]?.passing.witness ?? [],
    unresolved: [...new Set(open)],
  };
}
