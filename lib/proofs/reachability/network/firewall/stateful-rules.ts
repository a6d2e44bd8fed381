import { asText, isMap, Unknown, type Resource, type Value } from '../../../../template';
import { intersectRanges, NO_PACKETS, subtractRanges, uniteRanges, type PacketSet, type Ranges } from '../../packets';
import type { AddressBook } from '../address-book';
import type { Bounded } from '../bounded';
import { ALL_PORTS, ALL_PROTOCOLS, PROTOCOL, protocolOf } from '../protocols';
import { at, get } from '../reading';
import type { FirewallAction, FirewallRule } from './firewall-rule';
import { addressTerm, portTerm, type Variables } from './terms';

/** A rule as it is written, in either form. */
interface Written {
  readonly action: string;
  readonly protocol: string;
  readonly source: string;
  readonly sourcePort: string;
  readonly destination: string;
  readonly port: string;
  readonly bothWays: boolean;
  readonly options: readonly string[];
}

/** The rules of a stateful rule group in their order. */
export function statefulRules(group: Resource, variables: Variables, book: AddressBook): readonly FirewallRule[] {
  const source = get(group, 'RuleGroup.RulesSource');
  if (!isMap(source)) return [undecided(book, group, 'decides by what is not in these templates')];
  const listed = at(source, 'StatefulRules[]').flatMap(({ value, sure }) => {
    const written = sure ? headerOf(value) : undefined;
    return written
      ? rulesOf(written, group, variables, book)
      : [undecided(book, group, 'has a rule that is not known')];
  });
  const text = source['RulesString'];
  const lines = typeof text === 'string' ? linesOf(text) : [];
  const parsed = lines.flatMap((line) => {
    const written = ruleOf(line);
    return written
      ? rulesOf(written, group, variables, book)
      : [undecided(book, group, `has a rule that is not understood: ${line.slice(0, 60)}`)];
  });
  const open = text !== undefined && typeof text !== 'string';
  const domains = source['RulesSourceList'] !== undefined;
  return [
    ...listed,
    ...parsed,
    ...(open ? [undecided(book, group, text instanceof Unknown ? text.reason : 'has rules that are not known')] : []),
    ...(domains ? [undecided(book, group, 'decides by the names of domains', [PROTOCOL.tcp, PROTOCOL.tcp])] : []),
  ];
}

/** A rule of which no more is known than that it may decide. */
export function undecided(
  book: AddressBook,
  group: Resource,
  what: string,
  protocol: Ranges = ALL_PROTOCOLS,
): FirewallRule {
  const { all } = book.space;
  const box = { source: all, destination: all, protocol, port: ALL_PORTS, sourcePort: ALL_PORTS };
  const reason = `depends on inspection: ${group.logicalId} ${what}`;
  return {
    action: 'drop',
    allows: undefined,
    sure: false,
    packets: { may: [box], must: NO_PACKETS, reasons: [reason] },
  };
}

function headerOf(value: Value): Written | undefined {
  if (!isMap(value) || !isMap(value['Header'])) return undefined;
  const header = value['Header'];
  const [action, protocol, source, sourcePort, destination, port, direction] = [
    value['Action'],
    ...['Protocol', 'Source', 'SourcePort', 'Destination', 'DestinationPort', 'Direction'].map((name) => header[name]),
  ].map((own) => asText(own));
  if (!action || !protocol || !source || !sourcePort || !destination || !port || !direction) return undefined;
  const options = at(value, 'RuleOptions[].Keyword').map((item) => asText(item.value) ?? '?');
  return {
    action,
    protocol,
    source,
    sourcePort,
    destination,
    port,
    bothWays: direction.toUpperCase() === 'ANY',
    options,
  };
}

/** Comments and empty lines left out, continued lines joined. */
function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Source: Suricata user guide, Rules format. */
function ruleOf(line: string): Written | undefined {
  const match =
    /^(\w+)\s+([\w-]+)\s+(\[.*?\]|\S+)\s+(\[.*?\]|\S+)\s+(->|<>)\s+(\[.*?\]|\S+)\s+(\[.*?\]|\S+)\s*\((.*)\)\s*;?$/s.exec(
      line,
    );
  if (!match) return undefined;
  const [, action = '', protocol = '', source = '', sourcePort = '', arrow, destination = '', port = '', body = ''] =
    match;
  const options = [...body.matchAll(/(?:^|;)\s*([\w.]+)\s*(?::\s*((?:"(?:\\.|[^"])*"|[^;"])*))?/g)].map(
    ([, keyword = '', value = '']) => {
      const said = value.replaceAll(/\s/g, '').toLowerCase();
      if (keyword === 'flow') return `flow:${said.split(',').toSorted().join(',')}`;
      return keyword === 'ip_proto' ? `${IP_PROTOCOL}${said}` : keyword;
    },
  );
  return { action, protocol, source, sourcePort, destination, port, bothWays: arrow === '<>', options };
}

const ACTIONS: Readonly<Record<string, FirewallAction>> = {
  pass: 'pass',
  drop: 'drop',
  reject: 'drop',
  alert: 'alert',
};

/** Begins an option that names the protocol of IP once more: `ip_proto:!TCP`. */
const IP_PROTOCOL = 'ip_proto:';

/**
 * Options that say nothing of which first packets match: these belong to no established connection, and go to the
 * server.
 */
const NEUTRAL = new Set(
  (
    'sid msg rev gid priority classtype reference metadata noalert target flow:to_server flow:not_established ' +
    'flow:not_established,to_server'
  ).split(' '),
);

const BY_HEADER: Readonly<Record<string, Ranges>> = {
  ip: ALL_PROTOCOLS,
  tcp: [PROTOCOL.tcp, PROTOCOL.tcp],
  udp: [PROTOCOL.udp, PROTOCOL.udp],
  icmp: [PROTOCOL.icmp, PROTOCOL.icmp, PROTOCOL.icmpv6, PROTOCOL.icmpv6],
};

/** Transports of the protocols that only the content of packets tells. */
const DATAGRAMS = new Set(['dns', 'dhcp', 'ntp', 'tftp', 'ikev2', 'krb5', 'snmp', 'quic']);

function rulesOf(written: Written, group: Resource, variables: Variables, book: AddressBook): readonly FirewallRule[] {
  const action = ACTIONS[written.action.toLowerCase()] ?? 'drop';
  if (action === 'alert') return [];
  const protocol = written.protocol.toLowerCase();
  const transport = headerProtocol(protocol, written.options);
  const content = transport ? written.options.find((option) => !saysNoMore(option)) : protocol;
  const reason = `depends on inspection: a rule of ${group.logicalId} matches by ${content}`;
  const there = packetsOf(written, transport ?? transportOf(protocol), group, variables, book);
  const back = {
    ...written,
    source: written.destination,
    sourcePort: written.port,
    destination: written.source,
    port: written.sourcePort,
  };
  const ways = written.bothWays
    ? [there, packetsOf(back, transport ?? transportOf(protocol), group, variables, book)]
    : [there];
  return ways.map((packets): FirewallRule => {
    if (content === undefined) return { action, allows: action === 'pass', sure: true, packets };
    // What it does is known; whether it does it is not.
    return {
      action,
      allows: action === 'pass',
      sure: false,
      packets: { ...packets, must: NO_PACKETS, reasons: [reason] },
    };
  });
}

function saysNoMore(option: string): boolean {
  const name = option.toLowerCase();
  return NEUTRAL.has(name) || ipProtocol(name) !== undefined;
}

/** The protocols of a rule that matches by headers; undefined for one of an application. */
function headerProtocol(protocol: string, options: readonly string[]): Ranges | undefined {
  const stated = BY_HEADER[protocol];
  if (!stated) return undefined;
  return options.reduce((left, option) => intersectRanges(left, ipProtocol(option) ?? ALL_PROTOCOLS), stated);
}

/** Source: Suricata user guide, IP keywords, ip_proto. */
function ipProtocol(option: string): Ranges | undefined {
  const match = /^ip_proto:(!?)(\w+)$/.exec(option);
  if (!match) return undefined;
  const named = protocolOf(match[2]);
  return named && (match[1] === '!' ? subtractRanges(ALL_PROTOCOLS, named) : named);
}

function transportOf(protocol: string): Ranges {
  const udp: Ranges = [PROTOCOL.udp, PROTOCOL.udp];
  return DATAGRAMS.has(protocol) ? uniteRanges([PROTOCOL.tcp, PROTOCOL.tcp], udp) : [PROTOCOL.tcp, PROTOCOL.tcp];
}

function packetsOf(
  written: Written,
  protocol: Ranges,
  group: Resource,
  variables: Variables,
  book: AddressBook,
): Bounded<PacketSet> {
  const source = addressTerm(written.source, variables, group, book);
  const destination = addressTerm(written.destination, variables, group, book);
  const [sourcePort, port] = [portTerm(written.sourcePort, variables), portTerm(written.port, variables)];
  const sides = [source, destination, sourcePort, port];
  const boxes = (bound: 'may' | 'must'): PacketSet =>
    sides.some(({ [bound]: side }) => side.length === 0)
      ? NO_PACKETS
      : [
          {
            source: source[bound],
            destination: destination[bound],
            protocol,
            port: port[bound],
            sourcePort: sourcePort[bound],
          },
        ];
  return { may: boxes('may'), must: boxes('must'), reasons: sides.flatMap(({ reasons }) => reasons) };
}
