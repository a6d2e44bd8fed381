import { asText, isMap, Reference, type Graph, type Resource } from '../../../../template';
import { intersect, NO_PACKETS, unite, type PacketSet, type Ranges } from '../../packets';
import type { AddressBook } from '../address-book';
import { exactly, type Bounded } from '../bounded';
import { decide, type OrderedRule } from '../decide';
import { ALL_PORTS, ALL_PROTOCOLS } from '../protocols';
import { at, get } from '../reading';
import type { FirewallRule } from './firewall-rule';
import { statefulRules, undecided } from './stateful-rules';
import { statelessRules } from './stateless-rules';
import { portTerm, union, type Variables } from './terms';

/**
 * Connections that a firewall lets through, seen from their first packet. What only the content of packets decides is
 * within the bounds, with the reason. Source: AWS Network Firewall developer guide, Evaluation order and default actions.
 */
export function firewallPackets(graph: Graph, firewall: Resource | undefined, book: AddressBook): Bounded<PacketSet> {
  const everything = boxOf(book);
  const reference = firewall && get(firewall, 'FirewallPolicyArn');
  const policy = reference instanceof Reference ? graph.follow(reference) : undefined;
  if (policy?.type !== 'AWS::NetworkFirewall::FirewallPolicy') {
    const reasons = [`what ${firewall?.logicalId ?? 'an appliance'} lets through depends on inspection`];
    return { may: [everything], must: NO_PACKETS, reasons };
  }
  const stateful = statefulPackets(graph, policy, book);
  const { pass, forward, reasons } = statelessRules(graph, policy, book);
  const bound = (side: 'may' | 'must'): PacketSet => unite(pass[side], intersect(forward[side], stateful[side]));
  return { may: bound('may'), must: bound('must'), reasons: [...new Set([...reasons, ...stateful.reasons])] };
}

/**
 * Rule groups that AWS maintains drop what is known as an attack and pass nothing: they decide by content, after the
 * connection, and say nothing of who may open one. Source: Network Firewall developer guide, Managed rule groups.
 */
const MANAGED = /^arn:[\w-]+:network-firewall:[\w-]+:aws-managed:stateful-rulegroup\//;

function statefulPackets(graph: Graph, policy: Resource, book: AddressBook): Bounded<PacketSet> {
  const isStrict = asText(get(policy, 'FirewallPolicy.StatefulEngineOptions.RuleOrder')) === 'STRICT_ORDER';
  const groups = at(policy.properties, 'FirewallPolicy.StatefulRuleGroupReferences[]')
    .map(({ value }) => (isMap(value) ? value : {}))
    .toSorted((a, b) => Number(asText(a['Priority']) ?? 0) - Number(asText(b['Priority']) ?? 0));
  const rules = groups.flatMap(({ ResourceArn }): readonly FirewallRule[] => {
    if (MANAGED.test(asText(ResourceArn) ?? '')) return [];
    const group = ResourceArn instanceof Reference ? graph.follow(ResourceArn) : undefined;
    if (!group) return [undecided(book, policy, `uses a rule group that is not in these templates`)];
    return statefulRules(group, variablesOf(policy, group, book), book);
  });
  const ordered = isStrict ? rules : byAction(rules);
  const end = isStrict ? strictEnd(policy, book) : { allows: true, sure: true, packets: exactly([boxOf(book)]) };
  const reasons = [...ordered.flatMap(({ packets }) => packets.reasons), ...end.packets.reasons];
  return { ...decide([...ordered, end]), reasons };
}

/** In the default order what passes comes first, whichever group says it. */
function byAction(rules: readonly FirewallRule[]): readonly FirewallRule[] {
  return [...rules.filter(({ action }) => action === 'pass'), ...rules.filter(({ action }) => action !== 'pass')];
}

/** What becomes of connections that no rule matches, in strict order. */
function strictEnd(policy: Resource, book: AddressBook): OrderedRule {
  const actions = at(policy.properties, 'FirewallPolicy.StatefulDefaultActions[]').map(
    ({ value }) => asText(value) ?? '?',
  );
  const everything = exactly([boxOf(book)]);
  if (actions.includes('aws:drop_strict')) return { allows: false, sure: true, packets: everything };
  const byContent = actions.some((action) => action.startsWith('aws:drop') || action === '?');
  if (!byContent) return { allows: true, sure: true, packets: everything };
  const reasons = [`depends on inspection: ${policy.logicalId} lets handshakes through and drops what follows`];
  return { allows: undefined, sure: false, packets: { may: everything.may, must: NO_PACKETS, reasons } };
}

function variablesOf(policy: Resource, group: Resource, book: AddressBook): Variables {
  const addresses = new Map<string, Bounded<Ranges>>();
  const ports = new Map<string, Bounded<Ranges>>();
  const read = (value: unknown, home: Resource): void => {
    for (const [name, set] of Object.entries(value ?? {})) {
      addresses.set(name, union(at(set, 'Definition[]').map((item) => book.addresses(item.value, home))));
    }
  };
  read(get(group, 'RuleGroup.RuleVariables.IPSets'), group);
  read(get(policy, 'FirewallPolicy.PolicyVariables.RuleVariables'), policy);
  const none = { addresses, ports };
  for (const [name, set] of Object.entries(get(group, 'RuleGroup.RuleVariables.PortSets') ?? {})) {
    ports.set(name, union(at(set, 'Definition[]').map((item) => portTerm(asText(item.value) ?? '?', none))));
  }
  return none;
}

function boxOf(book: AddressBook) {
  const { all } = book.space;
  return { source: all, destination: all, protocol: ALL_PROTOCOLS, port: ALL_PORTS, sourcePort: ALL_PORTS };
}
