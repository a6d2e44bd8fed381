import { aws_networkfirewall as firewall, Lazy } from 'aws-cdk-lib';
import type { Construct, IDependable } from 'constructs';
import { NETWORK_QUOTAS, NOT_PUBLIC_BLOCKS, type Flow } from '../../lib/model';
import { joinedBlocks } from './address-blocks';
import { passRules, type FlowAddresses, type PassRule } from './firewall-rules';
import { DomainRules } from './inspection-domains';
import { managedRuleGroupArns } from './inspection-managed-rules';
import { readRuleFile, type FirewallRuleFile } from './inspection-rule-files';
import { portSpans } from './ports';
import { internetRules, type InternetEnds } from './internet-rules';

export interface InspectionRulesProps {
  /** Begins the names of rule groups. */
  readonly firewallName: string;
  /** Address blocks of the network. */
  readonly inspected: readonly string[];
  /** Blocks of networks beyond lines. */
  readonly beyond: readonly string[];
  /** Most rules of the group of declared flows. */
  readonly capacity: number;
  readonly ruleFiles: readonly FirewallRuleFile[];
  readonly managedRuleGroups: readonly string[];
}

/** Where groups stand in the order: what drops first, then what passes, then what closes. */
const ORDER = { ruleFiles: 100, managed: 500, declared: 1000, internet: 1500, domains: 2000, closing: 3000 } as const;

const { statefulRulesPerGroup: HIGHEST_CAPACITY, internetRulesPerFirewall: INTERNET_CAPACITY } = NETWORK_QUOTAS;

/** Rules as they are when the template is rendered. */
const text = (rules: () => readonly string[]) => ({
  rulesString: Lazy.string({ produce: () => rules().join('\n') }),
});

type GroupReference = firewall.CfnFirewallPolicy.StatefulRuleGroupReferenceProperty;

/** The rules of a firewall, group by group. Groups of flows are made with the first flow: AWS refuses empty ones. */
export class InspectionRules {
  private readonly declared = new Map<number, PassRule>();
  private readonly domains: DomainRules;
  private readonly fixed: readonly GroupReference[];
  private readonly beyond: Set<string>;
  private readonly facing = new Map<string, () => readonly string[]>();
  private facingCount = 0;
  private declaredGroup: firewall.CfnRuleGroup | undefined;
  private internetGroup: firewall.CfnRuleGroup | undefined;
  private domainGroups: readonly [firewall.CfnRuleGroup, firewall.CfnRuleGroup] | undefined;

  /** @throws Error when a rule file or the name of a managed group is wrong; see there. */
  constructor(
    private readonly scope: Construct,
    private readonly props: InspectionRulesProps,
  ) {
    this.beyond = new Set(props.beyond);
    this.domains = new DomainRules(props.inspected, () => this.elsewhere);
    this.fixed = [...this.ruleFiles(), ...this.managed()];
  }

  /** True when flows name domains: the handshakes of their connections pass before the name is known. */
  get readsNames(): boolean {
    return !this.domains.isEmpty;
  }

  /** All groups by their place in the order. */
  get references(): readonly GroupReference[] {
    const [passing, closing] = this.domainGroups ?? [];
    return [
      ...this.fixed,
      ...(this.declaredGroup ? [reference(this.declaredGroup, ORDER.declared)] : []),
      ...(this.internetGroup ? [reference(this.internetGroup, ORDER.internet)] : []),
      ...(passing ? [reference(passing, ORDER.domains)] : []),
      ...(closing ? [reference(closing, ORDER.closing)] : []),
    ];
  }

  /** Passes a flow by its addresses and ports. @throws Error when it is declared twice, or the group is full. */
  pass(label: string, flow: Flow, addresses: FlowAddresses, ipv6?: FlowAddresses): void {
    for (const rule of passRules(label, flow, addresses)) this.add(label, rule);
    for (const rule of ipv6 ? passRules(label, flow, ipv6, 6) : []) this.add(label, rule);
    this.declaredGroup ??= this.group(
      'DeclaredFlows',
      'declared-flows',
      'Declared flows between VPCs',
      this.props.capacity,
      {
        statefulRules: Lazy.any({ produce: () => this.sortedRules() }),
      },
    );
  }

  /** Lets the group of declared flows wait for what gives the addresses that its rules name. */
  passAfter(addresses: IDependable): void {
    this.declaredGroup?.node.addDependency(addresses);
  }

  /** Blocks that are not the internet: of networks here and beyond lines, and what nobody routes. */
  private get elsewhere(): readonly string[] {
    const blocks = [...NOT_PUBLIC_BLOCKS, ...this.props.inspected, ...this.beyond];
    return joinedBlocks(`[${this.scope.node.path}] inspected`, blocks);
  }

  /** Counts blocks among those that are not the internet. */
  notInternet(cidrs: readonly string[]): void {
    for (const cidr of cidrs) this.beyond.add(cidr);
  }

  /** Passes a flow from or to the internet, which is what is none of the other networks. @throws Error when it is declared twice. */
  passInternet(label: string, flow: Flow, ends: InternetEnds): void {
    if (this.facing.has(flow.id)) throw new Error(`${label} is declared twice; give one of them another id`);
    this.facing.set(flow.id, () => internetRules(label, flow, ends, this.elsewhere));
    this.facingCount += portSpans(label, flow.protocol, flow.ports).length;
    requireRoom(label, this.facingCount);
    this.internetGroup ??= this.group(
      'InternetFlows',
      'internet-flows',
      'Declared flows from and to the internet',
      INTERNET_CAPACITY,
      text(() => [...this.facing].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, rules]) => rules())),
    );
  }

  /** Passes a flow to the internet by the names of domains. @throws Error when it is declared twice. */
  passDomains(label: string, flow: Flow, sources: readonly string[]): void {
    this.domains.add(label, flow, sources);
    requireRoom(label, this.domains.count);
    this.domainGroups ??= [
      this.group(
        'Domains',
        'domains',
        'Domains that declared flows may reach',
        INTERNET_CAPACITY,
        text(() => this.domains.passing),
      ),
      this.group(
        'Undeclared',
        'undeclared',
        'Drops what no flow passes',
        INTERNET_CAPACITY,
        text(() => this.domains.closing),
      ),
    ];
  }

  private ruleFiles(): GroupReference[] {
    const names = this.props.ruleFiles.map(({ name }) => name);
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined) {
      throw new Error(`[${this.scope.node.path}] ruleFiles: found ${repeated} twice, expected each name once`);
    }
    return this.props.ruleFiles.map((file, index) => {
      const { name, capacity, text } = readRuleFile(`[${this.scope.node.path}]`, file);
      const group = this.group(`Rules-${name}`, name, `Rules of the file ${name}`, capacity, { rulesString: text });
      return reference(group, ORDER.ruleFiles + index);
    });
  }

  private managed(): GroupReference[] {
    return managedRuleGroupArns(this.scope, this.props.managedRuleGroups).map((resourceArn, index) => ({
      resourceArn,
      priority: ORDER.managed + index,
    }));
  }

  private group(
    id: string,
    name: string,
    description: string,
    capacity: number,
    rulesSource: firewall.CfnRuleGroup.RulesSourceProperty,
  ): firewall.CfnRuleGroup {
    return new firewall.CfnRuleGroup(this.scope, id, {
      ruleGroupName: `${this.props.firewallName}-${name}`,
      description,
      type: 'STATEFUL',
      capacity,
      ruleGroup: { statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' }, rulesSource },
    });
  }

  /** By flow, then number: the order of declarations does not change the template. */
  private sortedRules(): firewall.CfnRuleGroup.StatefulRuleProperty[] {
    return [...this.declared.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ rule }) => rule);
  }

  private add(label: string, rule: PassRule): void {
    const { capacity } = this.props;
    const other = this.declared.get(rule.sid);
    if (other?.flowId === rule.flowId) {
      throw new Error(`${label} is declared twice; give one of them another id`);
    }
    if (other) {
      throw new Error(
        `${label} and flow "${other.flowId}" meet on signature id ${rule.sid}: ids are computed from names so that ` +
          'they never move; give one flow another id',
      );
    }
    if (this.declared.size >= capacity) {
      throw new Error(
        `${label} needs rule ${this.declared.size + 1} of a group with capacity ${capacity}; expected fewer rules: ` +
          `cut zones from aligned blocks, or raise capacity (to at most ${HIGHEST_CAPACITY}; this replaces the group)`,
      );
    }
    this.declared.set(rule.sid, rule);
  }
}

/** @throws Error that begins with `where` when AWS gives no such capacity. */
export function requireCapacity(where: string, capacity: number): number {
  if (Number.isInteger(capacity) && capacity >= 1 && capacity <= HIGHEST_CAPACITY) return capacity;
  throw new Error(`${where} capacity: found ${capacity}, expected 1 to ${HIGHEST_CAPACITY}`);
}

/** @throws Error when flows to the internet need more rules than their group holds. */
function requireRoom(label: string, count: number): void {
  if (count <= INTERNET_CAPACITY) return;
  throw new Error(
    `${label} needs rule ${count} of a group for flows to the internet with capacity ${INTERNET_CAPACITY}; expected fewer ` +
      'rules: name a domain with all below it (.example.com) where there are many of it',
  );
}

function reference(group: firewall.CfnRuleGroup, priority: number): GroupReference {
  return { resourceArn: group.attrRuleGroupArn, priority };
}

function sortKey({ flowId, sid }: PassRule): string {
  return `${flowId} ${String(sid).padStart(10, '0')}`;
}
