import type { ReachabilityProperty } from '../../../model';
import { inspectionOf } from './avoidable';
import type { Cells } from './cells';
import type { DeclaredFlows } from './declared';
import type { FlowGap } from './flow-gap';
import type { FlowGaps } from './flow-gaps';
import type { Uninspected } from './uninspected';

/** What is found between the zones of a network, worked out when it is asked for. */
interface Findings {
  readonly cells: Cells;
  readonly flows: DeclaredFlows;
  readonly gaps: () => FlowGaps;
  readonly uninspected: () => Uninspected;
}

/** What must hold of a network as a whole, as far as its templates say what they want. */
export function propertiesOf(
  { cells, flows, gaps, uninspected }: Findings,
  facing: readonly string[] | undefined,
): readonly ReachabilityProperty[] {
  return [
    ...(flows.isEmpty ? [] : asDeclared(gaps())),
    ...(facing && cells.zones.some(({ by }) => by === 'tag') ? [entersByFacing(cells, gaps(), facing)] : []),
    ...(inspectionOf(cells.network).size === 0 ? [] : [allInspected(uninspected())]),
  ];
}

function asDeclared({ undeclared, impossible }: FlowGaps): readonly ReachabilityProperty[] {
  return [
    property('everything that can pass between zones is declared', undeclared, 'passes and no flow declares it'),
    property('every declared flow can pass', impossible, 'is declared and does not pass'),
  ];
}

/** Zones that must not face the internet are reached from it by declared flows alone. */
function entersByFacing({ zones }: Cells, { undeclared }: FlowGaps, facing: readonly string[]): ReachabilityProperty {
  const local = new Map(zones.map((zone) => [zone.name, zone.local]));
  const found = undeclared.filter(
    ({ from, to, declared, canBeDeclared }) =>
      from === 'internet' && canBeDeclared && declared.length === 0 && !facing.includes(local.get(to) ?? ''),
  );
  return property('the internet enters by zones that may face it', found, 'enters a zone that may not');
}

/** Nothing passes from one VPC to another but through a firewall, however its rules are. */
function allInspected({ betweenVpcs }: Uninspected): ReachabilityProperty {
  return property('everything between VPCs passes a firewall', betweenVpcs, 'passes none');
}

type Counterexample = Pick<FlowGap, 'from' | 'to' | 'sure' | 'traffic'>;

function property(name: string, found: readonly Counterexample[], what: string): ReachabilityProperty {
  const sure = found.filter((item) => item.sure);
  const answer = sure.length > 0 ? 'no' : found.length > 0 ? 'unknown' : 'yes';
  const counterexamples = (sure.length > 0 ? sure : found).map(({ from, to, traffic }) => {
    const texts = traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim());
    return `from ${from} to ${to}: ${texts.join(', ')} ${answer === 'no' ? '' : 'perhaps '}${what}`;
  });
  return { name, answer, counterexamples };
}
