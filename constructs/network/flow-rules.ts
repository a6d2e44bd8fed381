import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cidrContains, parseCidr, type Flow } from '../../lib/model';
import { acknowledge } from '../acknowledge';
import { joinedBlocks } from './address-blocks';
import { flowLabel } from './flow-options';
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
}

/** The end of a flow as the other end sees it. */
export interface FarEnd {
  readonly name: string;
  readonly cidrs: readonly string[];
  /** Present when both ends are in one VPC: the rule then names the group instead of addresses. */
  readonly securityGroupId?: string;
  readonly acl?: ZoneAcl | undefined;
}

/** How security group rules name their protocol. */
const GROUP_PROTOCOLS = { tcp: 'tcp', udp: 'udp', icmp: 'icmp', all: '-1' } as const;

/** One end of a flow while its rules are made. */
interface Opening {
  readonly flow: Flow;
  readonly direction: AclDirection;
  readonly near: FlowEnd;
  readonly far: FarEnd;
  /** Addresses of the far end. */
  readonly blocks: readonly string[];
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
  const blocks = byGroup && !acl ? [] : joinedBlocks(label, far.cidrs);
  const opening: Opening = { flow, direction, near, far, blocks };
  const scope = new Construct(near.scope, `Flow-${flow.id}`);
  for (const span of spans) {
    openGroup(scope, opening, span);
    if (acl) for (const rule of aclRules(opening, span)) acl.allow(rule);
  }
  return spans.length * (byGroup ? 1 : blocks.length);
}

function openGroup(scope: Construct, opening: Opening, span: PortSpan | undefined): void {
  const { flow, far } = opening;
  const id = `${opening.direction}-${spanName(span)}`;
  if (far.securityGroupId !== undefined) {
    groupRule(scope, id, opening, span, {
      sourceSecurityGroupId: far.securityGroupId,
      destinationSecurityGroupId: far.securityGroupId,
    });
    return;
  }
  for (const cidrIp of opening.blocks) groupRule(scope, `${id}-${cidrIp}`, opening, span, { cidrIp });
  if (opening.blocks.includes('0.0.0.0/0')) {
    acknowledge(scope, {
      'AwsSolutions-EC23': `Declared flow ${flow.id} from the internet to a zone that faces it: ${flow.reason}.`,
    });
  }
}

/** What a security group rule names on the other side. */
type GroupPeer =
  { readonly cidrIp: string } | { readonly sourceSecurityGroupId: string; readonly destinationSecurityGroupId: string };

function groupRule(
  scope: Construct,
  id: string,
  { flow, direction, near }: Opening,
  span: PortSpan | undefined,
  peer: GroupPeer,
): void {
  const rule = {
    groupId: near.securityGroupId,
    ipProtocol: GROUP_PROTOCOLS[flow.protocol],
    ...groupPorts(flow, span),
    description: description(flow),
  };
  const byAddress = 'cidrIp' in peer;
  if (direction === 'ingress') {
    const source = byAddress ? peer : { sourceSecurityGroupId: peer.sourceSecurityGroupId };
    new ec2.CfnSecurityGroupIngress(scope, id, { ...rule, ...source });
  } else {
    const destination = byAddress ? peer : { destinationSecurityGroupId: peer.destinationSecurityGroupId };
    new ec2.CfnSecurityGroupEgress(scope, id, { ...rule, ...destination });
  }
}

function groupPorts(flow: Flow, span: PortSpan | undefined): { fromPort?: number; toPort?: number } {
  if (span) return { fromPort: span.from, toPort: span.to };
  return flow.protocol === 'icmp' ? { fromPort: -1, toPort: -1 } : {};
}

/** There and back: the ACL knows no connections, so answers need rules of their own. */
function aclRules(opening: Opening, span: PortSpan | undefined): AclRule[] {
  const { flow, direction } = opening;
  const back: AclDirection = direction === 'ingress' ? 'egress' : 'ingress';
  return aclPlaces(opening).flatMap(({ cidr, there, answer }) => {
    const common = { protocol: flow.protocol, cidr, owner: `flow "${flow.id}"` };
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
  readonly cidr: string;
  readonly there: (ports: string) => string;
  readonly answer: string;
}

function aclPlaces({ flow, near, far, blocks }: Opening): AclPlace[] {
  const inside = far.securityGroupId !== undefined;
  return blocks.map((cidr, index): AclPlace => {
    const summary = inside ? undefined : near.aclSummaries.find((outer) => contains(outer, cidr));
    if (summary !== undefined) {
      // The same rule for every flow of the protocol and port.
      const there = (ports: string) => `summary-${flow.protocol}-${ports}-${summary}`;
      return { cidr: summary, there, answer: `summary-${summary}` };
    }
    // Zones of one VPC are known by name and position, so that renumbering a VPC keeps the rules' numbers.
    const place = inside ? String(index + 1) : cidr;
    return { cidr, there: (ports) => `${flow.id}-${ports}-${place}`, answer: `${far.name}-${place}` };
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
