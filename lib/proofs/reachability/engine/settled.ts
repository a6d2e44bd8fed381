import { ALL_PORTS, type Network } from '../network';
import {
  coversRanges,
  intersect,
  intersectRanges,
  pairsOf,
  restrict,
  sideOf,
  subtract,
  subtractRanges,
  unite,
  uniteRanges,
  type Box,
  type PacketSet,
  type Ranges,
} from '../packets';

type Side = 'source' | 'destination';

/**
 * Packets that pass whichever of the addresses that they may have their ends have. Which client port works may differ
 * from address to address.
 * @param asked addresses that count; all, when left out
 */
export function settled(network: Network, packets: PacketSet, asked?: PacketSet): PacketSet {
  if (packets.length === 0 || openChoices(network).points.length === 0) return packets;
  const sources = torn(network, packets, 'source', asked);
  if (sources.length === 0 && torn(network, packets, 'destination', asked).length === 0) return packets;
  const anyPort = packets.map((box) => ({ ...box, sourcePort: ALL_PORTS }));
  const bySource = settledSide(anyPort, 'source', sources);
  const whole = settledSide(bySource, 'destination', torn(network, bySource, 'destination', asked));
  return unite(intersect(packets, whole));
}

/** Leaves the packets that pass whichever of these addresses one of their sides has. */
export function whichever(packets: PacketSet, side: Side, addresses: Ranges): PacketSet {
  const anyPort = packets.map((box) => ({ ...box, sourcePort: ALL_PORTS }));
  const own = restrict(anyPort, { [side]: addresses });
  return unite(intersect(packets, settledSide(own, side, [addresses])));
}

/** Whether it depends on the address that one end has whether some of the packets pass. */
export function isUnsettled(network: Network, packets: PacketSet, side: Side, asked?: PacketSet): boolean {
  const anyPort = packets.map((box) => ({ ...box, sourcePort: ALL_PORTS }));
  return subtract(anyPort, settledSide(anyPort, side, torn(network, packets, side, asked))).length > 0;
}

/** Leaves what every address of each of these choices has. */
function settledSide(packets: PacketSet, side: Side, choices: readonly Ranges[]): PacketSet {
  if (choices.length === 0) return packets;
  const others = choices.reduce<Ranges>((rest, choice) => subtractRanges(rest, choice), sideOf(packets, side));
  const kept = choices.map((choice) => {
    const widened = (box: Box): Box => ({ ...box, [side]: choice });
    const own = restrict(packets, { [side]: choice });
    const whole = own.map(widened);
    return subtract(whole, subtract(whole, own).map(widened));
  });
  return unite(restrict(packets, { [side]: others }), ...kept);
}

/** Choices of which some box holds a part alone. */
function torn(network: Network, packets: PacketSet, side: Side, asked?: PacketSet): readonly Ranges[] {
  const { at, points } = openChoices(network);
  const limit = asked && sideOf(asked, side);
  const found = new Map<Ranges, Ranges>();
  for (const box of packets) {
    const own = box[side];
    for (const [low, high] of pairsOf(intersectRanges(own, points))) {
      for (let point = low; point <= high; point += 1) {
        const choice = at.get(point);
        if (!choice || found.has(choice)) continue;
        const counted = limit ? intersectRanges(choice, limit) : choice;
        if (!coversRanges(own, counted)) found.set(choice, counted);
      }
    }
  }
  return [...found.values()];
}

/** Choices of more than one address. */
interface OpenChoices {
  readonly at: ReadonlyMap<number, Ranges>;
  readonly points: Ranges;
}

function openChoices(network: Network): OpenChoices {
  const known = OPEN.get(network);
  if (known) return known;
  const places = [...network.places, ...[...network.nats.values()].map(({ place }) => place)];
  const choices = places.flatMap((place) => place.choices).filter(isOpen);
  const at = new Map<number, Ranges>();
  for (const choice of choices) {
    for (const [low, high] of pairsOf(choice)) for (let point = low; point <= high; point += 1) at.set(point, choice);
  }
  const made = { at, points: uniteRanges(...choices) };
  OPEN.set(network, made);
  return made;
}

const OPEN = new WeakMap<Network, OpenChoices>();

/** Whether a NAT gateway may have one of several addresses that rules tell apart. */
export function hasOpenNat({ nats }: Network): boolean {
  return [...nats.values()].some(({ place }) => place.choices.some(isOpen));
}

function isOpen(choice: Ranges): boolean {
  return choice.length > 2 || choice[0] !== choice[1];
}
