import type { Vpc } from '../network';
import { restrict } from '../packets';
import { inspectionOf } from './avoidable';
import type { Cells } from './cells';
import type { FlowGap } from './flow-gap';
import { gap } from './flow-gaps';
import { addressesOf, type Zone } from './zones';

/** What passes no firewall on its way. */
export interface Uninspected {
  /** From a VPC of these templates to another. */
  readonly betweenVpcs: readonly FlowGap[];
  /** From zones of VPCs to the internet. */
  readonly toInternet: readonly FlowGap[];
}

/** Shown by runs in which firewalls let nothing through: what arrives all the same went around them. */
export function uninspected(cells: Cells): Uninspected {
  const { passages } = cells.network;
  const closed = inspectionOf(cells.network);
  const inspecting = new Set([...passages.values()].map(({ place }) => place.subnet.vpc));
  const betweenVpcs: FlowGap[] = [];
  const toInternet: FlowGap[] = [];
  for (const { from, to, may, must } of cells.around(closed)) {
    if (isPiece(from, inspecting) || isPiece(to, inspecting)) continue;
    const list = isBetween(from, to) ? betweenVpcs : isHere(from) && to.name === 'internet' ? toInternet : undefined;
    const source = addressesOf(from);
    list?.push(...gap({ cells, from, to, closed }, may, must, (packets) => restrict(packets, { source })));
  }
  return { betweenVpcs, toInternet };
}

function isBetween(from: Zone, to: Zone): boolean {
  return isHere(from) && isHere(to) && from.vpc !== to.vpc;
}

/** In a firewall's own VPC, a zone where nothing but the firewall and ways to it stand. */
function isPiece({ subnets, ends }: Zone, inspecting: ReadonlySet<Vpc>): boolean {
  return subnets.some(({ vpc }) => inspecting.has(vpc)) && ends.every((end) => 'subnet' in end && end.kind === 'host');
}

/** Whether the zone's VPC stands in these templates. */
function isHere({ subnets }: Zone): boolean {
  return subnets.some(({ vpc }) => vpc.known);
}
