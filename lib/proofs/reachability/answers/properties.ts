import type { ReachabilityProperty, ReachabilityVerdict } from '../../../model';
import type { Cells } from './cells';
import { trafficOf, type DeclaredFlows } from './declared';
import { trafficText } from './traffic';
import { intersect, subtract, type PacketSet } from '../packets';
import type { Zone } from './zones';

/** What must hold of a network as a whole, as far as its templates say what they want. */
export function propertiesOf(cells: Cells, flows: DeclaredFlows): readonly ReachabilityProperty[] {
  return [
    ...(flows.isEmpty ? [] : [allDeclared(cells, flows), allPossible(cells, flows)]),
    ...(cells.network.passages.size === 0 ? [] : [allInspected(cells)]),
  ];
}

/** Nothing passes from one VPC to another but through a firewall, however its rules are. */
function allInspected(cells: Cells): ReachabilityProperty {
  const found = cells
    .uninspected()
    .filter(([from, to]) => from.vpc !== undefined && to.vpc !== undefined && from.vpc !== to.vpc);
  const findings = found.map(([from, to]) => {
    const sure = cells.packets(from, to, 'must').length > 0;
    return { from, to, traffic: cells.packets(from, to, 'may'), answer: sure ? 'no' : 'unknown' } as const;
  });
  return property('everything between VPCs passes a firewall', findings, 'passes none');
}

/** Nothing passes between zones that no flow declares. Within a zone, its members' own groups decide. */
function allDeclared(cells: Cells, flows: DeclaredFlows): ReachabilityProperty {
  const found = pairsOf(cells.zones).map(([from, to]) => {
    const declared = trafficOf(flows.between(from, to), cells.network.book.space.all);
    const may = subtract(cells.packets(from, to, 'may'), declared);
    const sure = subtract(cells.packets(from, to, 'must'), declared);
    return { from, to, traffic: may, answer: sure.length > 0 ? 'no' : may.length > 0 ? 'unknown' : 'yes' } as const;
  });
  return property('everything that can pass between zones is declared', found, 'passes and no flow declares it');
}

/** Every declared flow can pass. */
function allPossible(cells: Cells, flows: DeclaredFlows): ReachabilityProperty {
  const found = pairsOf(cells.zones).map(([from, to]) => {
    const declared = trafficOf(flows.between(from, to), cells.network.book.space.all);
    const may = missing(declared, cells.packets(from, to, 'may'));
    const sure = missing(declared, cells.packets(from, to, 'must'));
    return { from, to, traffic: sure, answer: may.length > 0 ? 'no' : sure.length > 0 ? 'unknown' : 'yes' } as const;
  });
  return property('every declared flow can pass', found, 'is declared and does not pass');
}

/** Flows of which nothing passes. */
function missing(declared: PacketSet, possible: PacketSet): PacketSet {
  return declared.filter((flow) => intersect([flow], possible).length === 0);
}

interface Finding {
  readonly from: Zone;
  readonly to: Zone;
  readonly traffic: PacketSet;
  readonly answer: ReachabilityVerdict;
}

function property(name: string, found: readonly Finding[], what: string): ReachabilityProperty {
  const answers = found.map(({ answer }) => answer);
  const answer = answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
  const counterexamples = found
    .filter((item) => item.answer === answer && answer !== 'yes')
    .map(({ from, to, traffic }) => {
      const texts = trafficText(traffic).map(({ protocol, ports }) => `${protocol} ${ports}`.trim());
      return `from ${from.name} to ${to.name}: ${texts.join(', ')} ${answer === 'no' ? '' : 'perhaps '}${what}`;
    });
  return { name, answer, counterexamples };
}

function pairsOf(zones: readonly Zone[]): readonly (readonly [Zone, Zone])[] {
  return zones.flatMap((from) => zones.filter((to) => to !== from).map((to) => [from, to] as const));
}
