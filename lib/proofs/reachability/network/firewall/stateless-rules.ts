import { asNumber, asText, isMap, Reference, type Graph, type Resource, type Value } from '../../../../template';
import { NO_PACKETS, uniteRanges, type PacketSet, type Ranges } from '../../packets';
import type { AddressBook } from '../address-book';
import { exactly, type Bounded } from '../bounded';
import { decide, type OrderedRule } from '../decide';
import { ALL_PORTS, ALL_PROTOCOLS } from '../protocols';
import { at } from '../reading';
import { union } from './terms';

/** A stateless rule: what it matches, and its action. */
interface Stateless extends Omit<OrderedRule, 'allows'> {
  readonly action: string;
}

type Bounds = Omit<Bounded<PacketSet>, 'reasons'>;

/** What stateless rules pass at once, and what they forward to the stateful ones. */
export interface StatelessOutcome {
  readonly pass: Bounds;
  readonly forward: Bounds;
  readonly reasons: readonly string[];
}

/** The stateless part of a firewall policy: groups and rules by priority, then the default action. */
export function statelessRules(graph: Graph, policy: Resource, book: AddressBook): StatelessOutcome {
  const { all } = book.space;
  const everything = { source: all, destination: all, protocol: ALL_PROTOCOLS, port: ALL_PORTS, sourcePort: ALL_PORTS };
  const groups = byPriority(
    at(policy.properties, 'FirewallPolicy.StatelessRuleGroupReferences[]').map(({ value }) => value),
  );
  const rules = groups.flatMap((value): readonly Stateless[] => {
    const reference = isMap(value) ? value['ResourceArn'] : undefined;
    const group = reference instanceof Reference ? graph.follow(reference) : undefined;
    if (group) return rulesOf(group, book, everything);
    const reasons = [`${policy.logicalId} uses a stateless rule group that is not in these templates`];
    return [{ action: '?', sure: false, packets: { may: [everything], must: NO_PACKETS, reasons } }];
  });
  const [byDefault = '?'] = actionsOf(policy.properties, 'FirewallPolicy.StatelessDefaultActions[]');
  const ordered = [...rules, { action: byDefault, sure: true, packets: exactly([everything]) }];
  const outcome = (action: string): Bounds =>
    decide(ordered.map((rule) => ({ ...rule, allows: rule.action === '?' ? undefined : rule.action === action })));
  return {
    pass: outcome('aws:pass'),
    forward: outcome('aws:forward_to_sfe'),
    reasons: ordered.flatMap(({ packets }) => packets.reasons),
  };
}

function rulesOf(group: Resource, book: AddressBook, everything: PacketSet[number]): readonly Stateless[] {
  const path = 'RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules[]';
  return byPriority(at(group.properties, path).map(({ value }) => value)).map((value) => {
    const [action = '?'] = actionsOf(value, 'RuleDefinition.Actions[]');
    const addresses = (name: string): Bounded<Ranges> => {
      const items = at(value, `RuleDefinition.MatchAttributes.${name}[].AddressDefinition`);
      return items.length === 0
        ? exactly(book.space.all)
        : union(items.map((item) => book.addresses(item.value, group)));
    };
    const [source, destination] = [addresses('Sources'), addresses('Destinations')];
    const sides = {
      protocol: numbers(value, 'Protocols', ALL_PROTOCOLS),
      port: spans(value, 'DestinationPorts'),
      sourcePort: spans(value, 'SourcePorts'),
    };
    const flags = at(value, 'RuleDefinition.MatchAttributes.TCPFlags[]').length > 0;
    const boxes = (side: 'may' | 'must'): PacketSet =>
      source[side].length === 0 || destination[side].length === 0
        ? NO_PACKETS
        : [{ ...everything, ...sides, source: source[side], destination: destination[side] }];
    const reasons = [
      ...source.reasons,
      ...destination.reasons,
      ...(flags ? [`a stateless rule of ${group.logicalId} matches by flags of TCP`] : []),
    ];
    return { action, sure: !flags, packets: { may: boxes('may'), must: flags ? NO_PACKETS : boxes('must'), reasons } };
  });
}

function byPriority(values: readonly Value[]): readonly Value[] {
  return values.toSorted((a, b) => priorityOf(a) - priorityOf(b));
}

function priorityOf(value: Value): number {
  return isMap(value) ? (asNumber(value['Priority']) ?? 0) : 0;
}

/** Actions that decide; custom ones only publish metrics. */
function actionsOf(value: Value, path: string): readonly string[] {
  return at(value, path)
    .map((item) => asText(item.value) ?? '?')
    .filter((action) => action.startsWith('aws:') || action === '?');
}

function numbers(value: Value, name: string, all: Ranges): Ranges {
  const own = at(value, `RuleDefinition.MatchAttributes.${name}[]`).flatMap((item) => asNumber(item.value) ?? []);
  return own.length === 0 ? all : uniteRanges(...own.map((number) => [number, number]));
}

function spans(value: Value, name: string): Ranges {
  const own = at(value, `RuleDefinition.MatchAttributes.${name}[]`).flatMap(({ value: item }) => {
    const [from, to] = isMap(item) ? [asNumber(item['FromPort']), asNumber(item['ToPort'])] : [];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
  return own.length === 0 ? ALL_PORTS : uniteRanges(...own);
}
