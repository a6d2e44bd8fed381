import type { IConstruct } from 'constructs';
import type { Flow, Protocol } from '../../lib/model';
import { portList, type FlowPorts } from './ports';

/** What is said of a flow besides its ends and its port. */
export interface FlowOptions {
  /**
   * Stable name of the flow, as in the register: lower-case letters, digits and hyphens.
   * @default made of the ends, the protocol and the ports: `application-to-data-tcp-5432`
   */
  readonly id?: string;
  /** Why this traffic is needed, for the reviewer; at least 10 characters. */
  readonly reason: string;
  /** @default tcp */
  readonly protocol?: Protocol;
  /**
   * How the register names the ends, where it says it otherwise: the claim must be in its words.
   * @default the zones' names inside a VPC; `internet` and `vpc/zone` between networks
   */
  readonly ends?: { readonly from: string; readonly to: string };
  /** Reference of the approval. @default none */
  readonly ticket?: string;
  /** Last day on which the flow is allowed, as YYYY-MM-DD: the gate fails afterwards. @default no end */
  readonly expires?: string;
  /**
   * Names that clients may reach on the internet: `api.example.com`, or `.example.com` for all below it. The firewall
   * at the hub passes no others. What lets a zone that does not face the internet send there at all (NET-05).
   * @default none
   */
  readonly domains?: readonly string[];
}

/** What a flow says, as the register holds it. */
export function flowOf(from: string, to: string, ports: FlowPorts, options: FlowOptions): Flow {
  const protocol = options.protocol ?? 'tcp';
  return {
    id: options.id ?? defaultId(from, to, protocol, ports),
    from: options.ends?.from ?? from,
    to: options.ends?.to ?? to,
    protocol,
    ports: portList(ports),
    reason: options.reason,
    ...(options.ticket === undefined ? {} : { ticket: options.ticket }),
    ...(options.expires === undefined ? {} : { expires: options.expires }),
    ...(options.domains === undefined ? {} : { domains: [...options.domains] }),
  };
}

/** Beginning of the messages about a flow. */
export function flowLabel(scope: IConstruct, flow: Pick<Flow, 'id'>): string {
  return `[${scope.node.path}] flow "${flow.id}"`;
}

function defaultId(from: string, to: string, protocol: Protocol, ports: FlowPorts): string {
  return [from, 'to', to, protocol, ...portList(ports)].join('-').replaceAll('/', '-').toLowerCase();
}
