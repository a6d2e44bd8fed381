import { aws_ec2 as ec2, aws_networkfirewall as firewall, Fn, Lazy, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Flow } from '../../lib/model';
import { claimFlow } from '../claims';
import { joinedBlocks } from './address-blocks';
import type { FlowInspector } from './crossing';
import { passRules, type PassRule } from './firewall-rules';
import { flowLabel, flowOf, type FlowOptions } from './flow-options';
import type { HubAttachment } from './hub-attachment';
import { requirePeer, type ExternalPeer } from './peer';
import type { FlowPorts } from './ports';
import { Zone } from './zone';

/** Where the firewall writes its alerts and flows: a bucket of the log archive. */
export interface FirewallLogs {
  readonly bucketName: string;
  /** @default none */
  readonly prefix?: string;
}

export interface InspectionFirewallProps {
  /** Zone in whose subnets the firewall's endpoints stand: theirs alone, of a VPC made for inspection. */
  readonly zone: Zone;
  /** Attachment of that VPC to the hub, in appliance mode. */
  readonly attachment: HubAttachment;
  /** Address blocks whose traffic is inspected: the address space of the network. */
  readonly inspected: readonly string[];
  readonly logs: FirewallLogs;
  /** Name of the firewall; a change replaces it. @default made of the VPC's name */
  readonly firewallName?: string;
  /** Most rules of the rule group; a change replaces the group. @default 5000 */
  readonly capacity?: number;
  /**
   * What happens to packets that no rule passes: `strict` drops all; `established` lets handshakes through, for rules
   * that need to see the request. @default strict
   */
  readonly defaultAction?: 'strict' | 'established';
  /** @default true */
  readonly deletionProtection?: boolean;
}

const DEFAULT_CAPACITY = 5000;

/** Highest capacity of a stateful rule group. Source: AWS Network Firewall quotas. */
const HIGHEST_CAPACITY = 30_000;

/**
 * AWS Network Firewall between the VPCs at the hub (NET-02, NET-12, NET-17, NET-19). It passes the flows it is told
 * of, drops and records everything else, and inspects both directions of a connection in one availability zone: from
 * the attachment's subnet to the endpoint beside it, and back to the hub.
 */
export class InspectionFirewall extends Construct implements FlowInspector {
  readonly firewallArn: string;
  private readonly firewall: firewall.CfnFirewall;
  private readonly rules = new Map<number, PassRule>();
  private readonly passed = new Set<string>();
  private group: firewall.CfnRuleGroup | undefined;
  private readonly capacity: number;
  private readonly firewallName: string;

  /** @throws Error when the attachment is of another VPC or not in appliance mode, or the capacity is out of range. */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: InspectionFirewallProps,
  ) {
    super(scope, id);
    this.requireSymmetry(props);
    this.capacity = this.requireCapacity(props.capacity ?? DEFAULT_CAPACITY);
    this.firewallName = props.firewallName ?? `${props.zone.vpcName}-firewall`;
    const protect = props.deletionProtection ?? true;
    this.firewall = new firewall.CfnFirewall(this, 'Firewall', {
      firewallName: this.firewallName,
      description: 'Inspects traffic between the VPCs at the hub',
      firewallPolicyArn: this.policy(props).attrFirewallPolicyArn,
      vpcId: props.zone.vpc.vpcId,
      subnetMappings: props.zone.subnets.map(({ subnetId }) => ({ subnetId, ipAddressType: 'IPV4' })),
      deleteProtection: protect,
      subnetChangeProtection: protect,
      firewallPolicyChangeProtection: protect,
    });
    this.firewallArn = this.firewall.attrFirewallArn;
    this.log(props.logs);
    this.routeThrough(props);
  }

  /**
   * Passes a flow between two VPCs and claims it in the template's metadata.
   * @param ports destination: a port, a range, or several; [] for `icmp` and `all`
   * @throws Error for a flow to itself, a malformed block or port, a flow that is declared twice, or a full rule group.
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
    // Refuses the same id with other contents.
    claimFlow(this, flow);
    if (this.passed.has(flow.id)) return;
    this.passed.add(flow.id);
    for (const rule of passRules(label, flow, { from: from.cidrs, to: to.cidrs })) this.add(label, rule);
    const blocks = joinedBlocks(`[${this.node.path}] inspected`, this.props.inspected);
    this.props.zone.carryFlow(blocks, flow);
    this.props.attachment.carryFlow(flow, blocks);
    this.group ??= this.ruleGroup();
  }

  /**
   * Id of the firewall's endpoint in an availability zone. AWS lists endpoints in no order (`zone:id,zone:id`), so
   * the id is what stands behind the zone's name.
   * @throws Error when the zone is only known at deployment.
   */
  endpointId(availabilityZone: string): string {
    if (Token.isUnresolved(availabilityZone)) {
      throw new Error(
        `[${this.node.path}] availability zone: found one that is only known at deployment, expected a name such as ` +
          'ap-east-1a in the availabilityZones of the VPC: endpoints are told apart by it',
      );
    }
    const listed = Fn.join(',', this.firewall.attrEndpointIds);
    const behind = Fn.select(1, Fn.split(`${availabilityZone}:`, listed));
    return Fn.select(0, Fn.split(',', behind));
  }

  private policy(props: InspectionFirewallProps): firewall.CfnFirewallPolicy {
    const action = props.defaultAction ?? 'strict';
    return new firewall.CfnFirewallPolicy(this, 'Policy', {
      firewallPolicyName: `${this.firewallName}-policy`,
      description: 'Passes declared flows, drops and records all else',
      firewallPolicy: {
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:forward_to_sfe'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: 'DROP' },
        statefulDefaultActions: [`aws:drop_${action}`, `aws:alert_${action}`],
        // Rendered when all flows are declared: AWS refuses an empty rule group.
        statefulRuleGroupReferences: Lazy.any(
          { produce: () => (this.group ? [{ resourceArn: this.group.attrRuleGroupArn, priority: 1 }] : []) },
          { omitEmptyArray: true },
        ),
        policyVariables: { ruleVariables: { HOME_NET: { definition: [...props.inspected] } } },
      },
    });
  }

  private ruleGroup(): firewall.CfnRuleGroup {
    return new firewall.CfnRuleGroup(this, 'DeclaredFlows', {
      ruleGroupName: `${this.firewallName}-declared-flows`,
      description: 'Declared flows between VPCs',
      type: 'STATEFUL',
      capacity: this.capacity,
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' },
        rulesSource: { statefulRules: Lazy.any({ produce: () => this.sortedRules() }) },
      },
    });
  }

  /** By flow, then number: the order of declarations does not change the template. */
  private sortedRules(): firewall.CfnRuleGroup.StatefulRuleProperty[] {
    return [...this.rules.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ rule }) => rule);
  }

  private add(label: string, rule: PassRule): void {
    const other = this.rules.get(rule.sid);
    if (other) {
      throw new Error(
        `${label} and flow "${other.flowId}" meet on signature id ${rule.sid}: ids are computed from names so that ` +
          'they never move; give one flow another id',
      );
    }
    if (this.rules.size >= this.capacity) {
      throw new Error(
        `${label} needs rule ${this.rules.size + 1} of a group with capacity ${this.capacity}; expected fewer rules: ` +
          `cut zones from aligned blocks, or raise capacity (to at most ${HIGHEST_CAPACITY}; this replaces the group)`,
      );
    }
    this.rules.set(rule.sid, rule);
  }

  private log({ bucketName, prefix }: FirewallLogs): void {
    new firewall.CfnLoggingConfiguration(this, 'Logs', {
      firewallArn: this.firewallArn,
      loggingConfiguration: {
        logDestinationConfigs: ['ALERT', 'FLOW'].map((logType) => ({
          logType,
          logDestinationType: 'S3',
          logDestination: { bucketName, ...(prefix ? { prefix } : {}) },
        })),
      },
    });
  }

  /** From the hub to the endpoint of the same availability zone, and from there back to the hub. */
  private routeThrough({ zone, attachment, inspected }: InspectionFirewallProps): void {
    for (const subnet of attachment.subnets) {
      for (const cidr of inspected) {
        new ec2.CfnRoute(this, `ToFirewall-${subnet.suffix}-${cidr}`, {
          routeTableId: subnet.routeTableId,
          destinationCidrBlock: cidr,
          vpcEndpointId: this.endpointId(subnet.availabilityZone),
        });
      }
    }
    attachment.routeZones([zone.zoneName], inspected);
  }

  private requireSymmetry({ zone, attachment }: InspectionFirewallProps): void {
    if (attachment.vpc.vpc !== zone.vpc) {
      throw new Error(
        `[${this.node.path}] attachment: found that of ${attachment.vpc.vpcName}, expected that of ${zone.vpcName}, ` +
          'in which the firewall stands',
      );
    }
    if (!attachment.applianceMode) {
      throw new Error(
        `[${this.node.path}] attachment: found one without appliance mode, which sends the two directions of a ` +
          'connection to different endpoints; expected applianceMode: true',
      );
    }
  }

  private requireCapacity(capacity: number): number {
    if (Number.isInteger(capacity) && capacity >= 1 && capacity <= HIGHEST_CAPACITY) return capacity;
    throw new Error(`[${this.node.path}] capacity: found ${capacity}, expected 1 to ${HIGHEST_CAPACITY}`);
  }
}

function sortKey({ flowId, sid }: PassRule): string {
  return `${flowId} ${String(sid).padStart(10, '0')}`;
}
