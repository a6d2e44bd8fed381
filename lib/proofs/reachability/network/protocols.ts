import { asNumber, asText, type Value } from '../../../template';
import type { Ranges } from '../packets';

/** Numbers of the protocols that rules name. Source: IANA protocol numbers. */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** Any protocol. */
export const ALL_PROTOCOLS: Ranges = [0, 255];

/** Any port, and any type and code of ICMP. */
export const ALL_PORTS: Ranges = [0, 65535];

const NUMBERS: ReadonlyMap<string, Ranges> = new Map([
  ...['-1', 'all', 'any', 'ip'].map((name) => [name, ALL_PROTOCOLS] as const),
  ...Object.entries(PROTOCOL).map(([name, number]) => [name, [number, number]] as const),
]);

/** The number of a protocol as AWS writes it: `tcp`, `6`, `-1` for all. Undefined when it is not known. */
export function protocolOf(value: Value | undefined): Ranges | undefined {
  const known = NUMBERS.get((asText(value) ?? '').toLowerCase());
  const number = asNumber(value);
  return known ?? (number !== undefined && number >= 0 && number <= 255 ? [number, number] : undefined);
}

export function isIcmp(protocol: Ranges): boolean {
  const [low, high] = protocol;
  return low === high && (low === PROTOCOL.icmp || low === PROTOCOL.icmpv6);
}

export function hasPorts(protocol: Ranges): boolean {
  const [low, high] = protocol;
  return low === high && (low === PROTOCOL.tcp || low === PROTOCOL.udp);
}

/** Types and codes of ICMP as one number; -1 stands for all. */
export function icmpOf(type: number, code: number): Ranges {
  if (type < 0) return ALL_PORTS;
  return code < 0 ? [type * 256, type * 256 + 255] : [type * 256 + code, type * 256 + code];
}
