import { NO_PACKETS, subtract, unite, type PacketSet } from '../packets';
import type { Bounded } from './bounded';

/** A rule of an ordered list. */
export interface OrderedRule {
  /** Undefined when it is not known what it does with what it matches. */
  readonly allows: boolean | undefined;
  readonly packets: Bounded<PacketSet>;
  /** False when it exists in some deployments only, or matches by more than packets tell. */
  readonly sure: boolean;
}

/**
 * What an ordered list lets through: the first rule that matches decides, and what none matches is denied.
 * @param unplaced rules whose place in the order is not known: any of them may come first
 */
export function decide(
  ordered: readonly OrderedRule[],
  unplaced: readonly OrderedRule[] = [],
): Omit<Bounded<PacketSet>, 'reasons'> {
  let may: PacketSet = unplaced.flatMap(({ allows, packets }) => (allows === false ? NO_PACKETS : packets.may));
  let must: PacketSet = NO_PACKETS;
  let denied: PacketSet = NO_PACKETS;
  let perhapsDenied: PacketSet = unplaced.flatMap(({ allows, packets }) =>
    allows === true ? NO_PACKETS : packets.may,
  );
  for (const { allows, packets, sure } of ordered) {
    if (allows !== false) may = [...may, ...subtract(packets.may, denied)];
    if (allows === true && sure) must = [...must, ...subtract(packets.must, perhapsDenied)];
    if (allows === false && sure) denied = [...denied, ...packets.must];
    if (allows !== true) perhapsDenied = [...perhapsDenied, ...packets.may];
  }
  return { may: unite(may), must: unite(must) };
}
