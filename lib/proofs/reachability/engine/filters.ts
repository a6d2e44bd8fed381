import { ALL_PORTS, ALL_PROTOCOLS, type Bounded, type GroupRule, type GroupSet, type Network } from '../network';
import { unite, uniteRanges, type Box, type PacketSet, type Ranges } from '../packets';

/** Which of the bounds of what is not known a run takes: the most that may pass, or the least that must. */
export type Mode = 'may' | 'must';

/** Packets that security groups let pass, each way; kept by the groups worn. */
export class Filters {
  private readonly known = new Map<string, PacketSet>();

  constructor(
    private readonly network: Network,
    private readonly mode: Mode,
  ) {}

  /**
   * @param byGroup with rules that name groups, without them, or those alone
   */
  groups(set: GroupSet, direction: 'ingress' | 'egress', byGroup: 'with' | 'without' | 'only'): PacketSet {
    if (!set.apply || (set.reasons.length > 0 && this.mode === 'may'))
      return byGroup === 'only' ? [] : [this.everything()];
    const worn = this.mode === 'may' ? set.groups : set.certain;
    const key = `${direction} ${byGroup} ${worn.map((group) => group.key).join('|')}`;
    const known = this.known.get(key);
    if (known) return known;
    const rules = worn.flatMap((group) => group[direction]);
    const packets = unite(rules.flatMap((rule) => this.rule(rule, direction, byGroup)));
    this.known.set(key, packets);
    return packets;
  }

  /** Packets that rules let in because they name a group of these, whatever their source. */
  naming(set: GroupSet, sender: GroupSet): PacketSet {
    const keys = new Set(this.named(sender).map(({ key }) => key));
    const rules = this.named(set)
      .flatMap(({ ingress }) => ingress)
      .filter((rule) => rule.groups.some((key) => keys.has(key)));
    return unite(rules.flatMap(({ traffic }) => this.pick(traffic).map((own) => ({ ...this.everything(), ...own }))));
  }

  private named({ groups, certain }: GroupSet): GroupSet['groups'] {
    return this.mode === 'may' ? groups : certain;
  }

  pick<T>(bounded: Bounded<T>): T {
    return bounded[this.mode];
  }

  everything(): Box {
    const { all } = this.network.book.space;
    return { source: all, destination: all, protocol: ALL_PROTOCOLS, port: ALL_PORTS, sourcePort: ALL_PORTS };
  }

  private rule(rule: GroupRule, direction: 'ingress' | 'egress', byGroup: 'with' | 'without' | 'only'): PacketSet {
    const sides: Ranges[] = [];
    if (byGroup !== 'only') sides.push(this.pick(rule.addresses));
    if (byGroup !== 'without') sides.push(...rule.groups.map((key) => this.members(key)));
    const side = direction === 'ingress' ? 'source' : 'destination';
    return sides
      .filter((addresses) => addresses.length > 0)
      .flatMap((addresses) =>
        this.pick(rule.traffic).map((traffic) => ({ ...this.everything(), ...traffic, [side]: addresses })),
      );
  }

  private members(key: string): Ranges {
    const members = this.network.members.get(key);
    if (members) return members[this.mode];
    // A group that no template has may be one that AWS made.
    return this.mode === 'may' ? uniteRanges(this.network.strangers, this.network.made) : [];
  }
}

const MADE: Readonly<Record<Mode, WeakMap<Network, Filters>>> = { may: new WeakMap(), must: new WeakMap() };

/** The filters of a network, made once for all runs in it. */
export function filtersOf(network: Network, mode: Mode): Filters {
  const made = MADE[mode].get(network) ?? new Filters(network, mode);
  MADE[mode].set(network, made);
  return made;
}
