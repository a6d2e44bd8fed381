import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Flow, Protocol } from '../../lib/model';
import { acknowledge } from '../acknowledge';
import { EPHEMERAL, portSpans, spanName, type PortSpan } from './ports';
import { ruleNumber } from './rule-number';

/**
 * Rules of one direction in a network ACL: 20, on request up to 40. The figure includes the final rule that denies.
 * Source: Amazon VPC quotas, https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
const DEFAULT_QUOTA = 20;
const HIGHEST_QUOTA = 40;

const PROTOCOL_NUMBERS: Readonly<Record<Protocol, number>> = { all: -1, icmp: 1, tcp: 6, udp: 17 };

export type AclDirection = 'ingress' | 'egress';

/** One rule that lets packets through. */
export interface AclRule {
  readonly direction: AclDirection;
  readonly protocol: Protocol;
  readonly ports: PortSpan | undefined;
  /** Addresses on the other side. */
  readonly cidr: string;
  /** What the rule is about, stable over edits: decides its number. Two rules with one key are one rule. */
  readonly key: string;
  /** For messages: the flow that asks for the rule. */
  readonly owner: string;
}

export interface ZoneAclProps {
  readonly vpcId: string;
  readonly title: string;
  /** Rules a direction, the final deny included. @default 20 */
  readonly quota?: number;
}

/** A network ACL that denies everything but the rules it is given. */
export class ZoneAcl extends Construct {
  readonly networkAclId: string;
  private readonly rules: AclRule[] = [];
  private readonly quota: number;

  /** @throws Error when the quota is not 20 to 40. */
  constructor(scope: Construct, id: string, props: ZoneAclProps) {
    super(scope, id);
    this.quota = props.quota ?? DEFAULT_QUOTA;
    if (!Number.isInteger(this.quota) || this.quota < DEFAULT_QUOTA || this.quota > HIGHEST_QUOTA) {
      throw new Error(
        `[${this.node.path}] networkAclRuleQuota: found ${this.quota}, expected ${DEFAULT_QUOTA} to ${HIGHEST_QUOTA}`,
      );
    }
    const acl = new ec2.CfnNetworkAcl(this, 'Acl', {
      vpcId: props.vpcId,
      tags: [{ key: 'Name', value: props.title }],
    });
    this.networkAclId = acl.ref;
    acknowledge(this, {
      'AwsSolutions-VPC3':
        'Network ACLs are meant here: they hold the boundary of a zone even where a security group is wrong, and are generated from the same declared flows.',
    });
  }

  /**
   * Adds a rule, unless it is there already.
   * @throws Error when its number is taken by another rule, or the quota is used up.
   */
  allow(rule: AclRule): void {
    const number = ruleNumber(rule.key);
    const others = this.rules.filter((other) => other.direction === rule.direction);
    if (others.some((other) => other.key === rule.key)) return;
    const clash = others.find((other) => ruleNumber(other.key) === number);
    if (clash) throw this.collision(rule, clash, number);
    // One place is taken by the final rule that denies.
    if (others.length + 1 >= this.quota) throw this.quotaReached(rule, others);
    this.rules.push(rule);
    new ec2.CfnNetworkAclEntry(this, `${rule.direction}-${rule.key}`, {
      networkAclId: this.networkAclId,
      ruleNumber: number,
      ruleAction: 'allow',
      egress: rule.direction === 'egress',
      protocol: PROTOCOL_NUMBERS[rule.protocol],
      cidrBlock: rule.cidr,
      ...(rule.ports ? { portRange: { from: rule.ports.from, to: rule.ports.to } } : {}),
      ...(rule.protocol === 'icmp' ? { icmp: { type: -1, code: -1 } } : {}),
    });
  }

  private collision(rule: AclRule, other: AclRule, number: number): Error {
    return new Error(
      `[${this.node.path}] ${rule.owner} and ${other.owner} meet on ${rule.direction} rule number ${number} ` +
        `(${rule.cidr} port ${spanName(rule.ports)}; ${other.cidr} port ${spanName(other.ports)}): ` +
        `rule numbers are computed from names so that they never move; give ${rule.owner} another id or its peer another name`,
    );
  }

  private quotaReached(rule: AclRule, others: readonly AclRule[]): Error {
    const owners = [...new Set(others.map((other) => other.owner))].join(', ');
    const remedy =
      this.quota < HIGHEST_QUOTA
        ? `have the quota raised (to at most ${HIGHEST_QUOTA}) and pass networkAclRuleQuota, or cut the subnets of peers from aligned blocks, which need fewer rules`
        : 'cut the subnets of peers from aligned blocks, which need fewer rules, or split the zone';
    return new Error(
      `[${this.node.path}] ${rule.owner} needs ${rule.direction} rule ${others.length + 1}, and the quota of ` +
        `${this.quota} includes the final deny; rules are used by: ${owners}; ${remedy}`,
    );
  }
}

/** A kind of packets: protocol and destination ports. */
interface Traffic {
  readonly protocol: Protocol;
  readonly ports: PortSpan | undefined;
}

/** What passes wherever something else decides: HTTPS, services on ports of their own, answers, path messages. */
const USUAL: readonly Traffic[] = [
  { protocol: 'tcp', ports: { from: 443, to: 443 } },
  { protocol: 'tcp', ports: EPHEMERAL },
  { protocol: 'udp', ports: EPHEMERAL },
  { protocol: 'icmp', ports: undefined },
];

/**
 * Lets traffic with some blocks through, in both directions, for subnets in which something else decides: HTTPS, ports
 * from 1024 and ICMP. Other ports pass when a flow asks for them (`allowTransitOf`).
 * @param name what passes: begins the rules' keys
 */
export function allowTransit(acl: ZoneAcl, name: string, cidrs: readonly string[]): void {
  for (const traffic of USUAL) pass(acl, name, cidrs, traffic);
}

/** Lets a flow through subnets in which something else decides, where `allowTransit` does not let it through already. */
export function allowTransitOf(acl: ZoneAcl, name: string, cidrs: readonly string[], flow: Flow): void {
  for (const ports of portSpans(`flow "${flow.id}"`, flow.protocol, flow.ports)) {
    const traffic = { protocol: flow.protocol, ports };
    if (!USUAL.some((usual) => covers(usual, traffic))) pass(acl, name, cidrs, traffic);
  }
}

function pass(acl: ZoneAcl, name: string, cidrs: readonly string[], { protocol, ports }: Traffic): void {
  for (const [index, cidr] of cidrs.entries()) {
    for (const direction of ['ingress', 'egress'] as const) {
      const key = [name, index + 1, protocol, ...(ports ? [spanName(ports)] : [])].join('-');
      acl.allow({ direction, protocol, ports, cidr, key, owner: `traffic "${name}"` });
    }
  }
}

function covers(usual: Traffic, { protocol, ports }: Traffic): boolean {
  if (usual.protocol !== protocol) return false;
  return !ports || !usual.ports || (usual.ports.from <= ports.from && ports.to <= usual.ports.to);
}
