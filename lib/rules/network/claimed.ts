import type { Flow } from '../../model';
import { asText, type Resource, type Template, type Value } from '../../template';
import { part, portsUnder } from './traffic';

/**
 * Whether the template claims a flow between the internet and a zone that covers an entry. The claim itself is held
 * against the register by the gate, which is where an approval can be wrong.
 */
export function isClaimed(entry: Value | undefined, { template }: Resource, side: 'from' | 'to'): boolean {
  const flows = template.claims?.flows ?? [];
  return flows.some((flow) => flow[side] === 'internet' && allows(flow, entry));
}

function allows({ protocol, ports }: Flow, entry: Value | undefined): boolean {
  if (protocol === 'all') return true;
  const stated = part(entry, 'IpProtocol');
  if (asText(stated) !== protocol) return false;
  const range = portsUnder(stated, entry);
  if (range?.from === undefined || range.to === undefined) return false;
  const { from, to } = range;
  return ports.map(bounds).some(([low, high]) => low <= from && to <= high);
}

function bounds(port: number | string): readonly [number, number] {
  const [low = 0, high = low] = String(port).split('-').map(Number);
  return [low, high];
}

/** Whether the template claims a flow from or to the internet. */
export function claimsInternet({ claims }: Template): boolean {
  return claims?.flows?.some(({ from, to }) => from === 'internet' || to === 'internet') ?? false;
}

/** Whether a flow of the template, between whatever zones, declares exactly such a range of ports, or all traffic. */
export function isDeclaredRange(entry: Value | undefined, { template }: Resource): boolean {
  return (template.claims?.flows ?? []).some((flow) => allows(flow, entry));
}
