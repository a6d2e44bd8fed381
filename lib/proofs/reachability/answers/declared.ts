import type { Flow } from '../../../model';
import type { Graph, Template } from '../../../template';
import { ALL_PORTS, ALL_PROTOCOLS, PROTOCOL } from '../network';
import { uniteRanges, type PacketSet, type Ranges } from '../packets';
import type { Zone } from './zones';

/** The flows that the templates claim, as traffic between zones. */
export class DeclaredFlows {
  private readonly byPair = new Map<string, Flow[]>();

  constructor(graph: Graph, zones: readonly Zone[], counts: (flow: Flow, template: Template) => boolean) {
    for (const template of graph.templates) {
      for (const flow of template.claims?.flows ?? []) {
        if (!counts(flow, template)) continue;
        for (const from of named(flow.from, template.path, zones)) {
          for (const to of named(flow.to, template.path, zones)) this.add(from, to, flow);
        }
      }
    }
  }

  /** Each flow once, although both ends claim it. */
  between(from: Zone, to: Zone): readonly Flow[] {
    return this.byPair.get(`${from.name} ${to.name}`) ?? [];
  }

  get isEmpty(): boolean {
    return this.byPair.size === 0;
  }

  private add(from: Zone, to: Zone, flow: Flow): void {
    const key = `${from.name} ${to.name}`;
    const known = this.byPair.get(key) ?? [];
    if (!known.some(({ id }) => id === flow.id)) this.byPair.set(key, [...known, flow]);
  }
}

/** A bare name is a zone of a VPC in the same template, or a network beyond a line. */
function named(name: string, path: string, zones: readonly Zone[]): readonly Zone[] {
  return zones.filter((zone) =>
    name === 'internet' || name.includes('/')
      ? zone.name === name
      : zone.local === name && (zone.by === 'outside' || zone.subnets.some(({ vpc }) => vpc.origin.template === path)),
  );
}

const NUMBERS = { tcp: [PROTOCOL.tcp], udp: [PROTOCOL.udp], icmp: [PROTOCOL.icmp, PROTOCOL.icmpv6] } as const;

/** The traffic of flows, whatever its addresses. */
export function trafficOf(flows: readonly Flow[], addresses: Ranges): PacketSet {
  return flows.map(({ protocol, ports }) => ({
    source: addresses,
    destination: addresses,
    protocol: protocol === 'all' ? ALL_PROTOCOLS : uniteRanges(...NUMBERS[protocol].map((number) => [number, number])),
    port: protocol === 'tcp' || protocol === 'udp' ? uniteRanges(...ports.map(span)) : ALL_PORTS,
    sourcePort: ALL_PORTS,
  }));
}

function span(port: number | string): Ranges {
  const [low = 0, high = low] = String(port).split('-').map(Number);
  return [low, high];
}
