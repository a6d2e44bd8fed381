import type { Flow } from '../../lib/model';
import { portSpans, spanName, type PortSpan } from './ports';
import type { AclDirection } from './zone-acl';

interface Opened {
  readonly flow: Flow;
  readonly direction: AclDirection;
  readonly peer: string;
  readonly span: PortSpan | undefined;
}

/** What flows opened at one end: each kind of traffic once, so that closing a flow closes what it opened. */
export class OpenedTraffic {
  private readonly opened: Opened[] = [];

  /**
   * @param where beginning of error messages
   * @param peer name of the other end
   * @throws Error when an earlier flow opens some of the same ports to the same peer.
   */
  add(where: string, flow: Flow, direction: AclDirection, peer: string): void {
    for (const span of portSpans(where, flow.protocol, flow.ports)) {
      const next: Opened = { flow, direction, peer, span };
      const earlier = this.opened.find((other) => meets(other, next));
      if (earlier) throw twice(where, next, earlier);
      this.opened.push(next);
    }
  }
}

function meets(a: Opened, b: Opened): boolean {
  if (a.direction !== b.direction || a.peer !== b.peer) return false;
  if (a.flow.protocol === 'all' || b.flow.protocol === 'all') return true;
  if (a.flow.protocol !== b.flow.protocol) return false;
  return !a.span || !b.span || (a.span.from <= b.span.to && b.span.from <= a.span.to);
}

function twice(where: string, next: Opened, earlier: Opened): Error {
  const { flow } = next;
  const label = (opened: Opened) => [opened.flow.protocol, ...(opened.span ? [spanName(opened.span)] : [])].join(' ');
  const own = earlier.flow.id === flow.id ? 'it opens already' : `flow "${earlier.flow.id}" opens already`;
  return new Error(
    `${where}: found ${label(next)} from ${flow.from} to ${flow.to}, of which ${own} ${label(earlier)}; expected each ` +
      'port once: keep one of the two, or cut their ranges apart',
  );
}
