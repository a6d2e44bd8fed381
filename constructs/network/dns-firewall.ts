import { aws_ram as ram, aws_route53resolver as resolver } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DeploymentLookup, type LookupLog } from './deployment-lookup';
import { MANAGED_DOMAIN_LISTS } from './dns-managed-lists';

export interface DnsFirewallProps {
  /**
   * Names that may be looked up, all others may not: `example.com`, `*.example.com`. Private zones and endpoints are
   * names too. @default none: every name that is not blocked
   */
  readonly allow?: readonly string[];
  /** Names that may not be looked up, whatever is allowed. @default none */
  readonly block?: readonly string[];
  /** Names of lists that AWS maintains. @default malware, botnets, and all threats together */
  readonly managedLists?: readonly string[];
  /**
   * How sure AWS must be that names were made up by malware, or carry data out in themselves, before it blocks them;
   * false where the region has no such rules. @default HIGH
   */
  readonly threatConfidence?: 'LOW' | 'MEDIUM' | 'HIGH' | false;
  /** The log of the function that looks up the ids of managed lists. Required unless there are none. */
  readonly log?: LookupLog;
  /** ARNs of the organisation or its units, or account ids, that may use the rules. @default none */
  readonly shareWith?: readonly string[];
  /** Name of the rule group, unique in account and region; a change replaces it. @default the construct's id */
  readonly firewallName?: string;
}

/** Places of rules: what is known as bad, then what is allowed, then the rest. */
const PLACE = { block: 100, managed: 200, threats: 300, allow: 1000, rest: 9000 } as const;

const EVERY_NAME = ['*'];

type Rule = resolver.CfnFirewallRuleGroup.FirewallRuleProperty;

/**
 * Which names may be looked up (NET-16): how data leaves where nothing else may. What is blocked does not exist for the
 * client. A VPC uses the rules through `DnsFirewallAssociation`, or through a profile (`NetworkProfile`).
 */
export class DnsFirewall extends Construct {
  readonly ruleGroupId: string;
  readonly ruleGroupArn: string;
  private readonly firewallName: string;

  /** @throws Error when a name is malformed or given twice, or managed lists have no log for their look-up. */
  constructor(scope: Construct, id: string, props: DnsFirewallProps) {
    super(scope, id);
    this.firewallName = props.firewallName ?? id;
    const { allow = [], block = [], threatConfidence = 'HIGH' } = props;
    this.requireNames('allow', allow);
    this.requireNames('block', block);
    const group = new resolver.CfnFirewallRuleGroup(this, 'Rules', {
      name: this.firewallName,
      firewallRules: [
        ...(block.length === 0 ? [] : [this.blocking(PLACE.block, this.list('Blocked', block))]),
        ...this.managed(props),
        ...(threatConfidence === false ? [] : threats(threatConfidence)),
        ...(allow.length === 0 ? [] : this.allowing(allow)),
      ],
    });
    this.ruleGroupId = group.attrId;
    this.ruleGroupArn = group.attrArn;
    if (!props.shareWith?.length) return;
    new ram.CfnResourceShare(this, 'Share', {
      name: `${this.firewallName}-dns-firewall`,
      allowExternalPrincipals: false,
      principals: [...props.shareWith],
      resourceArns: [this.ruleGroupArn],
    });
  }

  private managed({ managedLists = MANAGED_DOMAIN_LISTS, log }: DnsFirewallProps): Rule[] {
    if (managedLists.length === 0) return [];
    if (!log) {
      throw new Error(
        `[${this.node.path}] log: found none, expected one for the function that looks up ${managedLists.join(', ')}: ` +
          'their ids differ by region; or managedLists: []',
      );
    }
    const repeated = managedLists.find((name, index) => managedLists.indexOf(name) !== index);
    if (repeated !== undefined) {
      throw new Error(`[${this.node.path}] managedLists: found ${repeated} twice, expected each list once`);
    }
    const lookup = new DeploymentLookup(this, 'ManagedLists', {
      ...log,
      description: 'Looks up the ids of domain lists that AWS maintains',
      handler: 'managed-domain-list',
      actions: ['route53resolver:ListFirewallDomainLists'],
    });
    return managedLists.map((name, index) =>
      this.blocking(
        PLACE.managed + index,
        lookup.find(name, 'ManagedDomainList', { Name: name }).getAttString('ListId'),
      ),
    );
  }

  private allowing(names: readonly string[]): Rule[] {
    return [
      // What an allowed name points to is allowed with it: its owner decides where that is.
      {
        action: 'ALLOW',
        priority: PLACE.allow,
        firewallDomainListId: this.list('Allowed', names),
        firewallDomainRedirectionAction: 'TRUST_REDIRECTION_DOMAIN',
      },
      this.blocking(PLACE.rest, this.list('EveryName', EVERY_NAME)),
    ];
  }

  private blocking(priority: number, firewallDomainListId: string): Rule {
    return { action: 'BLOCK', blockResponse: 'NXDOMAIN', priority, firewallDomainListId };
  }

  private list(id: string, domains: readonly string[]): string {
    return new resolver.CfnFirewallDomainList(this, id, {
      name: `${this.firewallName}-${id.toLowerCase()}`,
      domains: [...domains],
    }).attrId;
  }

  private requireNames(what: string, names: readonly string[]): void {
    const label = `[${this.node.path}] ${what}`;
    for (const [index, name] of names.entries()) {
      if (!/^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
        throw new Error(
          `${label}: found "${name}", expected a name in lower case such as example.com or *.example.com`,
        );
      }
      if (names.indexOf(name) !== index) throw new Error(`${label}: found ${name} twice, expected each name once`);
    }
  }
}

/** Rules by what names look like, not by lists: Route 53 Resolver DNS Firewall Advanced. */
function threats(confidenceThreshold: string): Rule[] {
  return ['DGA', 'DNS_TUNNELING'].map((dnsThreatProtection, index) => ({
    action: 'BLOCK',
    blockResponse: 'NXDOMAIN',
    priority: PLACE.threats + index,
    dnsThreatProtection,
    confidenceThreshold,
  }));
}

export interface DnsFirewallAssociationProps {
  readonly vpcId: string;
  /** Rules of this account, or shared by another. @default none: a profile brings them, and they fail closed all the same */
  readonly ruleGroupId?: string;
  /** Place among the rule groups of the VPC, 101 to 8999. @default 101 */
  readonly priority?: number;
}

/**
 * Holds a VPC to the rules of a DNS firewall, and lets nothing be looked up where the firewall does not answer: it fails
 * closed (NET-16). Nobody of the VPC's account can take the rules away without allowing it first.
 */
export class DnsFirewallAssociation extends Construct {
  /** @throws Error when the priority is out of range. */
  constructor(scope: Construct, id: string, { vpcId, ruleGroupId, priority = 101 }: DnsFirewallAssociationProps) {
    super(scope, id);
    if (!Number.isInteger(priority) || priority < 101 || priority > 8999) {
      throw new Error(`[${this.node.path}] priority: found ${priority}, expected 101 to 8999`);
    }
    new resolver.CfnFirewallConfig(this, 'FailClosed', { resourceId: vpcId, firewallFailOpen: 'DISABLED' });
    if (ruleGroupId === undefined) return;
    new resolver.CfnFirewallRuleGroupAssociation(this, 'Association', {
      firewallRuleGroupId: ruleGroupId,
      vpcId,
      priority,
      mutationProtection: 'ENABLED',
    });
  }
}
