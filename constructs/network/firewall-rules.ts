import { createHash } from 'node:crypto';
import { Token, type aws_networkfirewall as firewall } from 'aws-cdk-lib';
import type { Flow } from '../../lib/model';
import { joinedBlocks, type Family } from './address-blocks';
import { portSpans, spanName, type PortSpan } from './ports';

/** Names of protocols in stateful rules. */
const PROTOCOLS = { tcp: 'TCP', udp: 'UDP', icmp: 'ICMP', all: 'IP' } as const;

/** Numbers of rules that are made here: above those of people, below those of AWS's own rules. */
const FIRST_SID = 1_000_000;
const SIDS = 900_000_000;

/** A rule that lets one kind of connection through. */
export interface PassRule {
  readonly sid: number;
  readonly flowId: string;
  readonly rule: firewall.CfnRuleGroup.StatefulRuleProperty;
}

/** Addresses of a flow's two ends, of one family. */
export interface FlowAddresses {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * The rules that pass a flow: one for each pair of blocks and each port. A connection that is passed is passed both
 * ways.
 * @param where beginning of error messages
 */
export function passRules(where: string, flow: Flow, addresses: FlowAddresses, family: Family = 4): PassRule[] {
  const sources = joinedBlocks(where, addresses.from, family);
  const destinations = joinedBlocks(where, addresses.to, family);
  const places = (blocks: readonly string[]) => blocks.map((block, index) => placeOf(block, family, index + 1));
  const [from, to] = [places(sources), places(destinations)];
  return portSpans(where, flow.protocol, flow.ports).flatMap((span) =>
    from.flatMap((source) => to.map((destination) => passRule(flow, source, destination, span))),
  );
}

/** A block, and what numbers of rules know it by: its place where its addresses are known at deployment alone. */
interface PlacedBlock {
  readonly block: string;
  readonly place: string;
}

function placeOf(block: string, family: Family, position: number): PlacedBlock {
  return { block, place: Token.isUnresolved(block) ? `ipv${family}-${position}` : block };
}

function passRule(flow: Flow, from: PlacedBlock, to: PlacedBlock, span: PortSpan | undefined): PassRule {
  const [source, destination] = [from.block, to.block];
  const sid = stableSid([flow.id, flow.protocol, from.place, to.place, spanName(span)].join(' '));
  return {
    sid,
    flowId: flow.id,
    rule: {
      action: 'PASS',
      header: {
        protocol: PROTOCOLS[flow.protocol],
        source: address(source),
        sourcePort: 'ANY',
        direction: 'FORWARD',
        destination: address(destination),
        destinationPort: span ? spanName(span).replace('-', ':') : 'ANY',
      },
      ruleOptions: [
        { keyword: 'sid', settings: [String(sid)] },
        { keyword: 'msg', settings: [`"${flow.id}: ${ruleMessage(flow.reason)}"`] },
      ],
    },
  };
}

function address(cidr: string): string {
  return cidr === '0.0.0.0/0' ? 'ANY' : cidr;
}

/** Computed from what the rule says, so that it stays when other rules come and go. */
export function stableSid(text: string): number {
  return FIRST_SID + (createHash('sha256').update(text).digest().readUInt32BE(0) % SIDS);
}

/** Quotes, semicolons and backslashes end a message in the rule language. */
export function ruleMessage(reason: string): string {
  return reason.replace(/["';\\]/g, ' ').slice(0, 200);
}
