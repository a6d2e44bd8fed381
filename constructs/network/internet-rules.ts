import type { Flow } from '../../lib/model';
import { ruleMessage, stableSid } from './firewall-rules';
import { portSpans, spanName } from './ports';

/** Addresses of a flow's ends; undefined for the internet. */
export interface InternetEnds {
  readonly from: readonly string[] | undefined;
  readonly to: readonly string[] | undefined;
}

/**
 * Rules in Suricata's words that pass a flow from or to the internet, whatever names are asked for. The internet is what
 * is none of the other networks: a rule for any address would pass the flow between those, too.
 * @param where beginning of error messages
 * @param notInternet blocks of networks, and addresses that the internet does not route
 */
export function internetRules(
  where: string,
  flow: Flow,
  { from, to }: InternetEnds,
  notInternet: readonly string[],
): readonly string[] {
  const internet = `!${list(notInternet)}`;
  const [source, destination] = [from ? list(from) : internet, to ? list(to) : internet];
  const protocol = flow.protocol === 'all' ? 'ip' : flow.protocol;
  return portSpans(where, flow.protocol, flow.ports).map((span) => {
    const ports = span ? spanName(span).replace('-', ':') : 'any';
    const header = `pass ${protocol} ${source} any -> ${destination} ${ports}`;
    const sid = stableSid(`${flow.id} ${header}`);
    return `${header} (msg:"${flow.id}: ${ruleMessage(flow.reason)}"; sid:${sid}; rev:1;)`;
  });
}

function list(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}
