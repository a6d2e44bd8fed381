import type { PacketSet, Ranges } from '../packets';

/** One packet of many: its way stands for theirs. */
export function sample(packets: PacketSet): PacketSet {
  const [box] = packets;
  if (!box) return [];
  const { source, destination, protocol, port } = box;
  const [from, to] = [first(source), first(destination)];
  return [{ ...box, source: from, destination: to, protocol: first(protocol), port: first(port) }];
}

function first(ranges: Ranges): Ranges {
  return [ranges[0] ?? 0, ranges[0] ?? 0];
}
