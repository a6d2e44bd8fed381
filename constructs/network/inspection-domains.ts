import type { Flow } from '../../lib/model';
import { joinedBlocks } from './address-blocks';
import { ruleMessage, stableSid } from './firewall-rules';
import { portSpans, spanName, type PortSpan } from './ports';

/** A flow to the internet, and where it comes from. */
interface Outbound {
  readonly flow: Flow;
  readonly sources: readonly string[];
  readonly spans: readonly PortSpan[];
}

/** The port on which names are read from requests instead of handshakes. */
const PLAIN_HTTP = 80;

/**
 * Flows to the internet by names of domains, as rules in Suricata's words (NET-05). The name stands in the first
 * message of a connection, so that its handshake has to pass first: what no rule passes is then dropped by rules that
 * are written out (`closing`), and the default action drops such connections alone as soon as they are established.
 * Source: Network Firewall developer guide, Stateful rules examples, Allow HTTP traffic to specific domains only.
 */
export class DomainRules {
  private readonly outbound = new Map<string, Outbound>();

  /**
   * @param inspected address blocks of the network
   * @param elsewhere blocks that are not the internet, those of the network included; asked when rules are written
   */
  constructor(
    private readonly inspected: readonly string[],
    private readonly elsewhere: () => readonly string[],
  ) {}

  get isEmpty(): boolean {
    return this.outbound.size === 0;
  }

  /**
   * Adds a flow.
   * @param where beginning of error messages
   * @throws Error when the flow is declared twice, or its protocol is not TCP.
   */
  add(where: string, flow: Flow, sources: readonly string[]): void {
    if (flow.protocol !== 'tcp') {
      throw new Error(
        `${where} names domains, found protocol ${flow.protocol}, expected tcp: names stand in TLS and HTTP`,
      );
    }
    if (this.outbound.has(flow.id)) throw new Error(`${where} is declared twice; give one of them another id`);
    const spans = portSpans(where, flow.protocol, flow.ports).filter((span) => span !== undefined);
    this.outbound.set(flow.id, { flow, sources: joinedBlocks(where, sources), spans });
  }

  /** How many rules pass. Those that close are two for each sender, whose flows have as many, and three for all. */
  get count(): number {
    const rules = [...this.outbound.values()].map(
      ({ flow, spans }) => spans.length * ((flow.domains ?? []).length + 1),
    );
    return rules.reduce((total, each) => total + each, 3);
  }

  /** Rules that pass the named domains. */
  get passing(): readonly string[] {
    return this.sorted().flatMap((each) => each.spans.flatMap((span) => this.passes(each, span)));
  }

  /** Rules that drop everything that no flow passes, for which the default action of strict order is not there. */
  get closing(): readonly string[] {
    const home = list(this.inspected);
    const senders = this.senders();
    const others = list([...this.inspected, ...senders.flatMap(({ sources }) => sources.map((block) => `!${block}`))]);
    return [
      drop(`ip ${home} any -> ${list(this.elsewhere())} any`, 'Between networks: no flow'),
      drop(`ip !${home} any -> any any`, 'From outside: no flow'),
      drop(`ip ${others} any -> !${home} any`, 'To the internet: no flow of the sender'),
      ...senders.flatMap(({ sources, ports }) => [
        drop(`tcp ${list(sources)} any -> !${home} !${list(ports)}`, 'To the internet: no flow on the port'),
        drop(`ip ${list(sources)} any -> !${home} any`, 'To the internet: no flow of the protocol', 'ip_proto:!TCP; '),
      ]),
    ];
  }

  private passes({ flow, sources }: Outbound, span: PortSpan): readonly string[] {
    const header = `${list(sources)} any -> !${list(this.elsewhere())} ${suricataPorts(span)}`;
    const say = (what: string) =>
      `msg:"${flow.id}: ${ruleMessage(flow.reason)}"; ${sidOf(`${flow.id} ${header} ${what}`)}`;
    const names = (flow.domains ?? []).toSorted().map((domain) => {
      const options = `flow:to_server,established; ${say(domain)}`;
      return span.from === PLAIN_HTTP && span.to === PLAIN_HTTP
        ? `pass http ${header} (http.host; ${matching(domain)} ${options})`
        : `pass tls ${header} (ssl_state:client_hello; tls.sni; ${matching(domain)} ${options})`;
    });
    return [...names, `pass tcp ${header} (flow:not_established,to_server; ${say('handshake')})`];
  }

  /** Each set of senders once, with all its ports. */
  private senders(): readonly { readonly sources: readonly string[]; readonly ports: readonly string[] }[] {
    const found = new Map<string, { sources: readonly string[]; ports: Set<string> }>();
    for (const { sources, spans } of this.sorted()) {
      const key = sources.join(' ');
      const entry = found.get(key) ?? { sources, ports: new Set<string>() };
      for (const span of spans) entry.ports.add(suricataPorts(span));
      found.set(key, entry);
    }
    return [...found.values()].map(({ sources, ports }) => ({ sources, ports: [...ports].toSorted() }));
  }

  private sorted(): readonly Outbound[] {
    return [...this.outbound.values()].toSorted((a, b) => (a.flow.id < b.flow.id ? -1 : 1));
  }
}

function drop(header: string, message: string, more = ''): string {
  return `drop ${header} (${more}flow:to_server; msg:"${message}"; ${sidOf(`drop ${header} ${more}`)})`;
}

function sidOf(text: string): string {
  return `sid:${stableSid(text)}; rev:1;`;
}

function matching(domain: string): string {
  return domain.startsWith('.')
    ? `dotprefix; content:"${domain}"; nocase; endswith;`
    : `content:"${domain}"; startswith; nocase; endswith;`;
}

function list(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

function suricataPorts(span: PortSpan): string {
  return spanName(span).replace('-', ':');
}
