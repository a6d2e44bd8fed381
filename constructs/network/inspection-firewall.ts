import { aws_networkfirewall as firewall, Lazy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cidrContains, NETWORK_QUOTAS, parseCidr, type Cidr, type Flow } from '../../lib/model';
import { claimFlow } from '../claims';
import { ipv6Block, joinedBlocks } from './address-blocks';
import type { FlowInspector } from './crossing';
import { flowLabel, flowOf, type FlowOptions } from './flow-options';
import {
  endpointId,
  PlacementAtHub,
  PlacementInVpc,
  type InspectionAtHub,
  type FlowPeers,
  type InspectionInVpc,
  type Placement,
} from './inspection-placement';
import type { FirewallRuleFile } from './inspection-rule-files';
import { InspectionRules, requireCapacity } from './inspection-rules';
import { TlsInspectionConfiguration, type TlsInspection } from './inspection-tls';
import { isInternet, requirePeer, speakIpv6, strangeBlocks, type ExternalPeer } from './peer';
import type { FlowPorts } from './ports';
import { Zone } from './zone';

/** Where the firewall writes its alerts and flows: a bucket of the log archive. */
export interface FirewallLogs {
  readonly bucketName: string;
  /** @default none */
  readonly prefix?: string;
}

/** What a firewall does, wherever it stands. */
export interface InspectionOptions {
  /** Address blocks whose traffic is inspected: the address space of the network. */
  readonly inspected: readonly string[];
  /** IPv6 blocks whose traffic is inspected: flows between them are passed in both families. @default IPv4 alone */
  readonly ipv6Inspected?: readonly string[];
  /**
   * Blocks of networks beyond lines that the hub's routes lead to, such as what a `GovernmentLink` accepts: no flow to the
   * internet leads there. @default those of the flows that name them
   */
  readonly beyond?: readonly string[];
  readonly logs: FirewallLogs;
  /** Name of the firewall; a change replaces it. @default made of the VPC's name; `hub-firewall` at the hub */
  readonly firewallName?: string;
  /** Most rules of the rule group of declared flows; a change replaces the group. @default 5000 */
  readonly capacity?: number;
  /**
   * What happens to packets that no rule passes: `strict` drops all; `established` lets handshakes through, for rules
   * that need to see the request. Where flows name domains, the first is written out as rules. @default strict
   */
  readonly defaultAction?: 'strict' | 'established';
  /**
   * Names of AWS managed rule groups for strict order, evaluated before any flow is passed (NET-12):
   * `THREAT_RULE_GROUPS`. Which a region has, `aws network-firewall list-rule-groups --scope MANAGED` says.
   * @default none
   */
  readonly managedRuleGroups?: readonly string[];
  /** Rules of your own in Suricata's words, before all others; they drop or alert, flows alone pass. @default none */
  readonly ruleFiles?: readonly FirewallRuleFile[];
  /** Decrypts what is inspected. @default none: names and signatures in the open are all that is seen */
  readonly tls?: TlsInspection;
  /** Way out to the internet that is told of each flow there, where it stands in the same app. @default none */
  readonly wayOut?: FlowInspector;
  /** @default true */
  readonly deletionProtection?: boolean;
}

/** A firewall in a VPC made for inspection, or at the transit gateway itself: the README weighs them up. */
export type InspectionFirewallProps = InspectionOptions & (InspectionInVpc | InspectionAtHub);

const { flowRulesPerFirewall: DEFAULT_CAPACITY } = NETWORK_QUOTAS;

/**
 * AWS Network Firewall between the VPCs at the hub (NET-02, NET-05, NET-12, NET-17, NET-19). It passes the flows it is
 * told of, drops and records everything else, and inspects both directions of a connection in one availability zone.
 */
export class InspectionFirewall extends Construct implements FlowInspector {
  readonly firewallArn: string;
  /** Attachment that leads to the firewall, for `TransitRouting`. */
  readonly attachmentId: string;
  private readonly firewall: firewall.CfnFirewall;
  private readonly placement: Placement;
  private readonly rules: InspectionRules;
  private readonly ipv6Inspected: readonly Cidr[];
  private readonly passed = new Set<string>();

  /**
   * @throws Error when a block of `ipv6Inspected` is malformed or IPv4, the attachment is of another VPC or not in appliance mode, an availability zone is wrong, the
   * capacity is out of range, or a rule file, a managed group or the TLS inspection is wrong.
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: InspectionFirewallProps,
  ) {
    super(scope, id);
    const where = `[${this.node.path}]`;
    this.ipv6Inspected = (props.ipv6Inspected ?? []).map((cidr) => ipv6Block(`${where} ipv6Inspected`, cidr));
    this.placement = placementOf(where, props);
    const firewallName = props.firewallName ?? this.placement.defaultName;
    this.rules = new InspectionRules(this, {
      firewallName,
      inspected: props.inspected,
      beyond: props.beyond ?? [],
      capacity: requireCapacity(where, props.capacity ?? DEFAULT_CAPACITY),
      ruleFiles: props.ruleFiles ?? [],
      managedRuleGroups: props.managedRuleGroups ?? [],
    });
    this.firewall = this.create(firewallName);
    this.firewallArn = this.firewall.attrFirewallArn;
    this.attachmentId = this.placement.attachmentId(this.firewall);
    this.log(props);
    this.placement.route(this, this.firewall);
  }

  /**
   * Passes a flow between two VPCs, or from one to the internet, and claims it in the template's metadata. Where the
   * flow names domains, only connections that ask for one of them are passed.
   * @param ports destination: a port, a range, or several; [] for `icmp` and `all`
   * @throws Error for a flow to itself, a malformed block or port, a flow that is declared twice, domains of a flow that
   * does not lead to the internet, or a full rule group.
   */
  allow(from: Zone | ExternalPeer, to: Zone | ExternalPeer, ports: FlowPorts, options: FlowOptions): void {
    const [source, destination] = [from, to].map((peer) => (peer instanceof Zone ? peer.asPeer : peer));
    if (!source || !destination) return;
    const flow = flowOf(source.name, destination.name, ports, options);
    const label = flowLabel(this, flow);
    if (this.passed.has(flow.id)) throw new Error(`${label} is declared twice; give one of them another id`);
    this.pass(flow, source, destination);
  }

  /** Passes a flow as the zones of its ends declare it, and claims it. What `HubAttachment` calls as `inspector`. */
  pass(flow: Flow, from: ExternalPeer, to: ExternalPeer): void {
    const label = flowLabel(this, flow);
    requirePeer(label, from);
    requirePeer(label, to);
    if (from.name === to.name) {
      throw new Error(`${label} goes from ${from.name} to itself, expected zones of two VPCs`);
    }
    const leaves = isInternet(to);
    if (flow.domains && !leaves) {
      throw new Error(`${label} names domains and leads to ${to.name}, expected the internet; name its addresses`);
    }
    // Refuses the same id with other contents.
    claimFlow(this, flow);
    if (this.passed.has(flow.id)) return;
    this.passed.add(flow.id);
    const ends = { from, to, ipv6: this.inspectsIpv6(from, to) };
    this.passRules(label, flow, ends);
    if (!leaves) return this.placement.carry(this, this.firewall, flow, ends);
    this.placement.carryOut(this, this.firewall, flow);
    this.props.wayOut?.pass(flow, from, to);
  }

  private passRules(label: string, flow: Flow, { from, to, ipv6: inBoth }: FlowPeers): void {
    for (const peer of [from, to]) this.rules.notInternet(strangeBlocks(peer, this.props.inspected));
    if (flow.domains) return this.rules.passDomains(label, flow, from.cidrs);
    const ends = [from, to].map((peer) => (isInternet(peer) ? undefined : joinedBlocks(label, peer.cidrs)));
    if (ends.includes(undefined)) return this.rules.passInternet(label, flow, { from: ends[0], to: ends[1] });
    const ipv6 = inBoth ? { from: from.ipv6Cidrs ?? [], to: to.ipv6Cidrs ?? [] } : undefined;
    this.rules.pass(label, flow, { from: from.cidrs, to: to.cidrs }, ipv6);
    for (const { ipv6After } of ipv6 ? [from, to] : []) if (ipv6After) this.rules.passAfter(ipv6After);
  }

  /** Whether a flow is passed by IPv6 too: both ends have it, in blocks that are inspected. */
  private inspectsIpv6(from: ExternalPeer, to: ExternalPeer): boolean {
    const inspected = this.ipv6Inspected;
    const isInside = ({ ipv6Cidrs = [] }: ExternalPeer) =>
      ipv6Cidrs.every((cidr) => {
        const block = parseCidr(cidr);
        return block ? inspected.some((outer) => cidrContains(outer, block)) : inspected.length > 0;
      });
    return speakIpv6(from, to) && isInside(from) && isInside(to);
  }

  /**
   * Id of the firewall's endpoint in an availability zone, where it stands in a VPC.
   * @throws Error when the zone is only known at deployment.
   */
  endpointId(availabilityZone: string): string {
    return endpointId(`[${this.node.path}]`, this.firewall, availabilityZone);
  }

  private create(firewallName: string): firewall.CfnFirewall {
    const protect = this.props.deletionProtection ?? true;
    const isAtHub = 'transitGatewayId' in this.props;
    return new firewall.CfnFirewall(this, 'Firewall', {
      firewallName,
      description: 'Inspects traffic between the VPCs at the hub',
      firewallPolicyArn: this.policy(firewallName).attrFirewallPolicyArn,
      ...this.placement.properties,
      deleteProtection: protect,
      ...(isAtHub ? { availabilityZoneChangeProtection: protect } : { subnetChangeProtection: protect }),
      firewallPolicyChangeProtection: protect,
    });
  }

  private policy(firewallName: string): firewall.CfnFirewallPolicy {
    const { inspected, ipv6Inspected = [], tls } = this.props;
    const decrypted = tls
      ? new TlsInspectionConfiguration(this, 'Tls', { ...tls, inspected, name: `${firewallName}-tls` })
      : undefined;
    return new firewall.CfnFirewallPolicy(this, 'Policy', {
      firewallPolicyName: `${firewallName}-policy`,
      description: 'Passes declared flows, drops and records all else',
      firewallPolicy: {
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: 'DROP' },
        // Rendered when all flows are declared, as are the groups: AWS refuses an empty rule group.
        statefulDefaultActions: Lazy.list({ produce: () => this.defaultActions() }),
        statefulRuleGroupReferences: Lazy.any({ produce: () => this.rules.references }, { omitEmptyArray: true }),
        policyVariables: { ruleVariables: { HOME_NET: { definition: [...inspected, ...ipv6Inspected] } } },
        ...(decrypted ? { tlsInspectionConfigurationArn: decrypted.arn, enableTlsSessionHolding: true } : {}),
      },
    });
  }

  private defaultActions(): string[] {
    const action = this.rules.readsNames ? 'established' : (this.props.defaultAction ?? 'strict');
    return [`aws:drop_${action}`, `aws:alert_${action}`];
  }

  private log({ logs: { bucketName, prefix }, tls }: InspectionOptions): void {
    new firewall.CfnLoggingConfiguration(this, 'Logs', {
      firewallArn: this.firewallArn,
      loggingConfiguration: {
        logDestinationConfigs: ['ALERT', 'FLOW', ...(tls ? ['TLS'] : [])].map((logType) => ({
          logType,
          logDestinationType: 'S3',
          logDestination: { bucketName, ...(prefix ? { prefix } : {}) },
        })),
      },
    });
  }
}

function placementOf(where: string, props: InspectionFirewallProps): Placement {
  const [inVpc, atHub] = ['zone' in props, 'transitGatewayId' in props];
  if (inVpc && atHub) {
    throw new Error(
      `${where}: found both a zone and a transit gateway, expected one of them: a firewall stands in one place`,
    );
  }
  if (atHub && props.ipv6Inspected) {
    throw new Error(
      `${where} ipv6Inspected: found ${props.ipv6Inspected.join(', ')}, and AWS does not say that a firewall at the ` +
        'gateway sees IPv6; expected a firewall in a VPC, or IPv4 alone',
    );
  }
  return 'transitGatewayId' in props
    ? new PlacementAtHub(where, props)
    : new PlacementInVpc(where, props, props.inspected, props.ipv6Inspected ?? []);
}
