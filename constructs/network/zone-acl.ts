import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { cidrContains, NETWORK_QUOTAS, parseCidr, type Protocol } from '../../lib/model';
import { acknowledge } from '../acknowledge';
import type { Family } from './address-blocks';
import { spanName, type PortSpan } from './ports';
import { ruleNumber } from './rule-number';

const { rulesPerAcl: DEFAULT_QUOTA, rulesPerAclOnRequest: HIGHEST_QUOTA } = NETWORK_QUOTAS;

const PROTOCOL_NUMBERS: Readonly<Record<Protocol, number>> = { all: -1, icmp: 1, tcp: 6, udp: 17 };

/** Control messages have a protocol for each family. Source: IANA protocol numbers. */
const ICMPV6 = 58;

export type AclDirection = 'ingress' | 'egress';

/** One rule that lets packets through. */
export interface AclRule {
  readonly direction: AclDirection;
  readonly protocol: Protocol;
  readonly ports: PortSpan | undefined;
  readonly family: Family;
  /** Addresses on the other side. */
  readonly cidr: string;
  /** What gives the addresses, where they are known at deployment alone. */
  readonly after?: IDependable | undefined;
  /** What the rule is about, stable over edits: decides its number. Two rules with one key are one rule. */
  readonly key: string;
  /** For messages: the flow that asks for the rule. */
  readonly owner: string;
}

export interface ZoneAclProps {
  readonly vpcId: string;
  readonly title: string;
  /** Whether the subnets have IPv6 addresses: AWS then denies what is left of each family by a rule of its own. @default false */
  readonly ipv6?: boolean;
  /** Rules of both families a direction, the final deny of each included. @default 20 */
  readonly quota?: number;
}

/** A network ACL that denies everything but the rules it is given. */
export class ZoneAcl extends Construct {
  readonly networkAclId: string;
  private readonly entries = new Map<AclRule, ec2.CfnNetworkAclEntry>();
  private readonly quota: number;
  private readonly finalDenies: number;

  /** @throws Error when the quota is not 20 to 40. */
  constructor(scope: Construct, id: string, props: ZoneAclProps) {
    super(scope, id);
    this.quota = props.quota ?? DEFAULT_QUOTA;
    this.finalDenies = props.ipv6 ? 2 : 1;
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
   * Adds a rule. What another rule lets through already gets none, whichever came first: each rule is needed.
   * @throws Error when its number is taken by another rule, or the quota is used up.
   */
  allow(rule: AclRule): void {
    if (this.rules.some((other) => supersedes(other, rule))) return;
    for (const narrower of this.rules.filter((other) => supersedes(rule, other))) this.drop(narrower);
    const others = this.rules.filter((other) => other.direction === rule.direction);
    const number = ruleNumber(rule.key);
    const clash = others.find((other) => ruleNumber(other.key) === number);
    if (clash) throw this.collision(rule, clash, number);
    if (others.length + this.finalDenies >= this.quota) throw this.quotaReached(rule, others);
    this.entries.set(rule, this.entry(rule, number));
  }

  private get rules(): AclRule[] {
    return [...this.entries.keys()];
  }

  private entry(rule: AclRule, ruleNumber: number): ec2.CfnNetworkAclEntry {
    const entry = new ec2.CfnNetworkAclEntry(this, `${rule.direction}-${rule.key}`, {
      networkAclId: this.networkAclId,
      ruleNumber,
      ruleAction: 'allow',
      egress: rule.direction === 'egress',
      protocol: rule.family === 6 && rule.protocol === 'icmp' ? ICMPV6 : PROTOCOL_NUMBERS[rule.protocol],
      ...(rule.family === 4 ? { cidrBlock: rule.cidr } : { ipv6CidrBlock: rule.cidr }),
      ...(rule.ports ? { portRange: { from: rule.ports.from, to: rule.ports.to } } : {}),
      ...(rule.protocol === 'icmp' ? { icmp: { type: -1, code: -1 } } : {}),
    });
    if (rule.after) entry.node.addDependency(rule.after);
    return entry;
  }

  private drop(rule: AclRule): void {
    this.node.tryRemoveChild(this.entries.get(rule)?.node.id ?? '');
    this.entries.delete(rule);
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
        `${this.quota} includes the final deny${this.finalDenies > 1 ? ' of each family' : ''}; rules are used by: ${owners}; ${remedy}`,
    );
  }
}

/** Of two rules that let the same through, the one stays whose key comes first: the order of calls means nothing. */
function supersedes(rule: AclRule, other: AclRule): boolean {
  return rule.direction === other.direction && covers(rule, other) && !(covers(other, rule) && other.key < rule.key);
}

function covers(rule: AclRule, other: AclRule): boolean {
  return (
    rule.family === other.family &&
    (rule.protocol === other.protocol || rule.protocol === 'all') &&
    (!rule.ports ||
      (other.ports !== undefined && rule.ports.from <= other.ports.from && other.ports.to <= rule.ports.to)) &&
    holds(rule.cidr, other.cidr)
  );
}

function holds(outer: string, inner: string): boolean {
  if (outer === inner) return true;
  const [large, small] = [parseCidr(outer), parseCidr(inner)];
  // Everything holds also what is only known at deployment.
  if (large?.prefix === 0) return true;
  return large !== undefined && small !== undefined && cidrContains(large, small);
}
