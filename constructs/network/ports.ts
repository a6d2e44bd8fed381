import type { Protocol } from '../../lib/model';

/** A port (443) or a range of ports ("8000-8010"). */
export type FlowPort = number | string;

/** One port or range, or several. Empty for `icmp` and `all`, which know no ports. */
export type FlowPorts = FlowPort | readonly FlowPort[];

/** A range of ports, both ends included; undefined for protocols without ports. */
export interface PortSpan {
  readonly from: number;
  readonly to: number;
}

/** Ports from which clients speak and to which answers go: RFC 6056's range, as operating systems really use it. */
export const EPHEMERAL: PortSpan = { from: 1024, to: 65535 };

const HIGHEST_PORT = 65535;

/** One port or several, as a list. */
export function portList(ports: FlowPorts): FlowPort[] {
  return typeof ports === 'object' ? [...ports] : [ports];
}

/**
 * Reads the ports of a flow.
 * @returns one span for each port or range; a single undefined for protocols without ports
 * @throws Error that begins with `where` when a port is missing, malformed, out of range or reversed, or when a
 * protocol without ports is given one.
 */
export function portSpans(where: string, protocol: Protocol, ports: FlowPorts): (PortSpan | undefined)[] {
  const list = portList(ports);
  const portless = protocol === 'icmp' || protocol === 'all';
  if (portless && list.length > 0) {
    throw new Error(`${where}: found ports ${list.join(', ')}, expected none for ${protocol}; pass []`);
  }
  if (!portless && list.length === 0) {
    throw new Error(`${where}: found no port, expected at least one for ${protocol}, such as 443 or "8000-8010"`);
  }
  return portless ? [undefined] : list.map((port) => portSpan(where, port));
}

function portSpan(where: string, port: FlowPort): PortSpan {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(port));
  const from = Number(match?.[1] ?? Number.NaN);
  const to = Number(match?.[2] ?? from);
  if (!match || from > HIGHEST_PORT || to > HIGHEST_PORT) {
    throw new Error(`${where}: found port "${port}", expected 0 to ${HIGHEST_PORT} or a range such as "8000-8010"`);
  }
  if (from > to) {
    throw new Error(`${where}: found the reversed port range "${port}", expected "${to}-${from}"`);
  }
  return { from, to };
}

/** Short name of a span for construct ids: `443`, `8000-8010`, `any`. */
export function spanName(span: PortSpan | undefined): string {
  if (!span) return 'any';
  return span.from === span.to ? String(span.from) : `${span.from}-${span.to}`;
}
