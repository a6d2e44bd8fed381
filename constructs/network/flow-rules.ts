import { aws_ec2 as ec2, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cidrContains, parseCidr, type Flow } from '../../lib/model';
import { acknowledge } from '../acknowledge';
import { joinedFamilies, type FamilyBlock } from './address-blocks';
import { flowLabel } from './flow-options';
import { isInternet, type ExternalPeer } from './peer';
import { EPHEMERAL, portSpans, spanName, type PortSpan } from './ports';
import type { AclDirection, AclRule, ZoneAcl } from './zone-acl';

/** The end of a flow that gets rules: a zone. */
export interface FlowEnd {
  /** Where the rules stand. */
  readonly scope: Construct;
  readonly securityGroupId: string;
  /** Absent in networks whose ACLs are not ours. */
  readonly acl: ZoneAcl | undefined;
  /** Blocks that stand in ACL rules for all outside addresses within them. */
  readonly aclSummaries: readonly string[];
  /** Whether the end has IPv6 addresses, and whether the internet routes them to it. @default IPv4 alone */
  readonly ipv6?: { readonly internet: boolean } | undefined;
}

/** The end of a flow as the other end sees it. */
export interface FarEnd extends ExternalPeer {
  /** Present when both ends are in one VPC: the rule then names the group instead of addresses. */
  readonly securityGroupId?: string;
  readonly acl?: ZoneAcl | undefined;
}

/** How security group rules name their protocol. */
const GROUP_PROTOCOLS = { tcp: 'tcp', udp: 'udp', icmp: 'icmp', all: '-1' } as const;

/** Control messages have a protocol for each family. */
const ICMPV6 = 'icmpv6';

/** One end of a flow while its rules are made. */
interface Opening {
  readonly flow: Flow;
  readonly direction: AclDirection;
  readonly near: FlowEnd;
  readonly far: FarEnd;
  /** Addresses of the far end, of the families that both ends have. */
  readonly blocks: readonly FamilyBlock[];
}

/**
 * Makes the rules of one end of a flow: the security group's, and both directions of the stateless network ACL.
 * @param direction the way of the first packet, seen from the near end
 * @returns how many security group rules it made
 */
export function openEnd(flow: Flow, direction: AclDirection, near: FlowEnd, far: FarEnd): number {
  const label = flowLabel(near.scope, flow);
  if (near.scope.node.tryFindChild(`Flow-${flow.id}`)) {
    throw new Error(`${label} is declared twice; give one of them another id`);
  }
  const spans = portSpans(label, flow.protocol, flow.ports);
  const acl = near.acl === far.acl ? undefined : near.acl;
  const byGroup = far.securityGroupId !== undefined;
  const blocks = byGroup && !acl ? [] : joinedFamilies(label, far.cidrs, ipv6Between(near, far));
  const opening: Opening = { flow, direction, near, far, blocks };
  const scope = new Construct(near.scope, `Flow-${flow.id}`);
  for (const span of spans) {
    openGroup(scope, opening, span);
    if (acl) for (const rule of aclRules(opening, span)) acl.allow(rule);
  }
  return spans.length * (byGroup ? 1 : blocks.length);
}

/** The far end's IPv6 blocks, where the near end has such addresses too; the internet's where it routes those. */
function ipv6Between({ ipv6 }: FlowEnd, far: FarEnd): readonly string[] {
  if (!ipv6 || !far.ipv6Cidrs) return [];
  return far.securityGroupId === undefined && isInternet(far) && !ipv6.internet ? [] : far.ipv6Cidrs;
}

function openGroup(scope: Construct, opening: Opening, span: PortSpan | undefined): void {
  const { flow, far } = opening;
  const id = `${opening.direction}-${spanName(span)}`;
  if (far.securityGroupId !== undefined) {
    groupRule(scope, id, opening, span, {
      sourceSecurityGroupId: far.securityGroupId,
      destinationSecurityGroupId: far.securityGroupId,
    });
    // Groups name their members whatever family they speak; control messages alone have a protocol for each.
    if (flow.protocol === 'icmp' && opening.near.ipv6) {
      groupRule(scope, `${id}-ipv6`, opening, span, {
        ipProtocol: ICMPV6,
        sourceSecurityGroupId: far.securityGroupId,
        destinationSecurityGroupId: far.securityGroupId,
      });
    }
    return;
  }
  for (const block of opening.blocks) {
    const place = Token.isUnresolved(block.text) ? positionOf(block) : block.text;
    const rule = groupRule(scope, `${id}-${place}`, opening, span, byAddress(flow, block));
    if (block.family === 6 && far.ipv6After) rule.node.addDependency(far.ipv6After);
  }
  if (opening.blocks.some(({ text }) => text === '0.0.0.0/0')) {
    acknowledge(scope, {
      'AwsSolutions-EC23': `Declared flow ${flow.id} from the internet to a zone that faces it: ${flow.reason}.`,
    });
  }
}

/** What a security group rule names on the other side, and how it calls the protocol. */
type GroupPeer = { readonly ipProtocol?: string } & (
  | { readonly cidrIp: string }
  | { readonly cidrIpv6: string }
  | { readonly sourceSecurityGroupId: string; readonly destinationSecurityGroupId: string }
);

function byAddress({ protocol }: Flow, { family, text }: FamilyBlock): GroupPeer {
  if (family === 4) return { cidrIp: text };
  return { cidrIpv6: text, ...(protocol === 'icmp' ? { ipProtocol: ICMPV6 } : {}) };
}

/** A block by its place, so that its addresses may change or be known at deployment alone. */
function positionOf({ family, position }: FamilyBlock): string {
  return family === 6 ? `ipv6-${position}` : String(position);
}

function groupRule(
  scope: Construct,
  id: string,
  { flow, direction, near }: Opening,
  span: PortSpan | undefined,
  peer: GroupPeer,
): Construct {
  const rule = {
    groupId: near.securityGroupId,
    ipProtocol: GROUP_PROTOCOLS[flow.protocol],
    ...groupPorts(flow, span),
    description: description(flow),
  };
  const { ipProtocol = rule.ipProtocol } = peer;
  const group = 'sourceSecurityGroupId' in peer ? peer : undefined;
  if (direction === 'ingress') {
    const source = group ? { sourceSecurityGroupId: group.sourceSecurityGroupId } : peer;
    return new ec2.CfnSecurityGroupIngress(scope, id, { ...rule, ...source, ipProtocol });
  }
  const destination = group ? { destinationSecurityGroupId: group.destinationSecurityGroupId } : peer;
  return new ec2.CfnSecurityGroupEgress(scope, id, { ...rule, ...destination, ipProtocol });
}

function groupPorts(flow: Flow, span: PortSpan | undefined): { fromPort?: number; toPort?: number } {
  if (span) return { fromPort: span.from, toPort: span.to };
  return flow.protocol === 'icmp' ? { fromPort: -1, toPort: -1 } : {};
}

/** There and back: the ACL knows no connections, so answers need rules of their own. */
function aclRules(opening: Opening, span: PortSpan | undefined): AclRule[] {
  const { flow, direction } = opening;
  const back: AclDirection = direction === 'ingress' ? 'egress' : 'ingress';
  return aclPlaces(opening).flatMap(({ family, cidr, there, answer }) => {
    const after = family === 6 ? opening.far.ipv6After : undefined;
    const common = { protocol: flow.protocol, family, cidr, after, owner: `flow "${flow.id}"` };
    const ports = span ? EPHEMERAL : undefined;
    return [
      { ...common, direction, ports: span, key: there(spanName(span)) },
      // All flows with one peer share the way back.
      { ...common, direction: back, ports, key: `return-${flow.protocol}-${answer}` },
    ];
  });
}

/** One block of a flow's ACL rules, and what their keys are made of. */
interface AclPlace {
  readonly family: FamilyBlock['family'];
  readonly cidr: string;
  readonly there: (ports: string) => string;
  readonly answer: string;
}

function aclPlaces({ flow, near, far, blocks }: Opening): AclPlace[] {
  const inside = far.securityGroupId !== undefined;
  return blocks.map((block): AclPlace => {
    const { family, text: cidr } = block;
    const summary = inside ? undefined : near.aclSummaries.find((outer) => contains(outer, cidr));
    if (summary !== undefined) {
      // The same rule for every flow of the protocol and port.
      const there = (ports: string) => `summary-${flow.protocol}-${ports}-${summary}`;
      return { family, cidr: summary, there, answer: `summary-${summary}` };
    }
    // Zones of one VPC are known by name and position, so that renumbering a VPC keeps the rules' numbers.
    const place = inside || Token.isUnresolved(cidr) ? positionOf(block) : cidr;
    return { family, cidr, there: (ports) => `${flow.id}-${ports}-${place}`, answer: `${far.name}-${place}` };
  });
}

function contains(outer: string, inner: string): boolean {
  const [large, small] = [parseCidr(outer), parseCidr(inner)];
  return large !== undefined && small !== undefined && cidrContains(large, small);
}

/** Security group descriptions allow few characters and 255 of them. */
function description(flow: Flow): string {
  return `${flow.id}: ${flow.reason}`.replace(/[^\w .:/()#,@[\]+=&;{}!$*-]/g, ' ').slice(0, 255);
}
