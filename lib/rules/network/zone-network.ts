import { ZONE_TAG } from '../../model';
import { reachabilityOf, type FlowGap, type Reachability } from '../../proofs/reachability';
import { asText, type Graph, type Resource } from '../../template';
import { at } from '../check';
import type { RuleResult } from '../rule';

const SUBNET = 'AWS::EC2::Subnet';

/** Things that stop a flow, or are not known, as far as a finding tells them. */
const SHOWN = 3;

/** Where a finding on a pair of zones points: what puts a subnet into its zone. */
const ZONE_PROPERTY = 'Properties.Tags';

/**
 * The network of templates that say what may pass in it: by the flows that they claim, or by the zones of their subnets.
 * Undefined of others, where everything would be undeclared.
 */
export function zoneNetwork(graph: Graph): Reachability | undefined {
  const subnets = graph.ofType(SUBNET);
  if (subnets.length === 0) return undefined;
  const says = graph.templates.some(({ claims }) => (claims?.flows ?? []).length > 0) || subnets.some(hasZone);
  return says ? reachabilityOf(graph) : undefined;
}

function hasZone({ properties }: Resource): boolean {
  return at(properties, 'Tags[].Key').some(({ value }) => asText(value) === ZONE_TAG);
}

/**
 * A result for each pair of zones with a gap, anchored on a subnet of the zone that is reached; one pass where there is
 * none. Networks that no flow can name, beyond gateways, are judged where their templates are.
 */
export function judgeGaps(
  graph: Graph,
  gaps: readonly FlowGap[],
  expected: (gap: FlowGap) => string,
): RuleResult | readonly RuleResult[] {
  const found = gaps.filter(({ canBeDeclared }) => canBeDeclared).map((gap) => resultOf(graph, gap, expected(gap)));
  return found.length > 0 ? found : { status: 'pass', property: ZONE_PROPERTY };
}

function resultOf(graph: Graph, gap: FlowGap, expected: string): RuleResult {
  const { from, to, sure, traffic, witness } = gap;
  const texts = traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim());
  const subject = `from ${from} to ${to}`;
  const on = subnetOf(graph, gap);
  const because = reasonOf(gap);
  return {
    status: sure ? 'fail' : 'unknown',
    property: ZONE_PROPERTY,
    ...(on ? { on } : {}),
    subject,
    observed: `${texts.join(', ')} ${subject}`,
    expected,
    ...(because === '' ? {} : { because }),
    witness,
  };
}

function reasonOf({ sure, unresolved, blockedBy }: FlowGap): string {
  if (sure)
    return blockedBy
      .slice(0, SHOWN)
      .map(({ hop, why }) => `${hop} ${why}`)
      .join('; ');
  return unresolved.slice(0, SHOWN).join('; ') || 'what passes is decided at deployment';
}

/** The subnet that stands for the zone; undefined where no template holds it. */
export function subnetOf(graph: Graph, { subnet }: FlowGap): Resource | undefined {
  return subnet && resourceAt(graph, subnet);
}

/** The resource that the proof speaks of. */
export function resourceAt(
  graph: Graph,
  { template, logicalId }: { readonly template: string; readonly logicalId: string },
): Resource | undefined {
  return graph.templates.find(({ path }) => path === template)?.resource(logicalId);
}
