import type { Trilean } from '../../../../model';
import { asBoolean, asText, isMap, type Resource } from '../../../../template';
import { thingOf } from '../gateways';
import type { Place } from '../model';
import { PROTOCOL } from '../protocols';
import { at, get, keyOf, namedBy } from '../reading';
import { carriersOf, exitTo, trafficOn, within } from './exits';
import { forwardsOf, type Forward } from './forwards';
import type { Door, Exit, Passed, Relay } from './relay';
import { portOf, type Standings } from './standing';
import type { TargetGroups } from './target-groups';
import type { Target } from './target';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** Application and network load balancers, with their listeners and what stands behind them. */
export function balancersOf(standings: Standings, groups: TargetGroups): readonly Relay[] {
  const { graph } = standings.network;
  return graph.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer').flatMap((resource) => {
    const balancer = new Balancer(standings, groups, resource);
    return balancer.isGateway ? [] : balancer.nodes().map((nodes) => balancer.relay(nodes));
  });
}

class Balancer {
  private readonly type: string | undefined;
  private readonly places: readonly Place[];

  constructor(
    private readonly standings: Standings,
    private readonly groups: TargetGroups,
    private readonly resource: Resource,
  ) {
    this.type = asText(get(resource, 'Type') ?? 'application');
    this.places = standings.of(keyOf(resource));
  }

  /** What passes a gateway load balancer passes its endpoints: see `Passage`. */
  get isGateway(): boolean {
    return this.type === 'gateway';
  }

  /**
   * Nodes that lead to the same targets: each of a network load balancer for itself where it keeps to its own
   * availability zone. Source: Network Load Balancers user guide, Cross-zone load balancing.
   */
  nodes(): readonly (readonly Place[])[] {
    const apart = this.type === 'network' && attribute(this.resource, 'LoadBalancerAttributes', CROSS_ZONE) !== true;
    return apart ? this.places.map((place) => [place]) : [this.places];
  }

  relay(nodes: readonly Place[]): Relay {
    const what = this.type === 'network' ? 'network load balancer' : 'load balancer';
    const doors = this.listeners().flatMap(({ resource, reasons }) => this.doorsOf(resource, reasons, nodes));
    return { ...thingOf(this.resource), what, entrances: nodes, doors };
  }

  private listeners() {
    return this.standings.network.graph.ofType(LISTENER).flatMap((resource) => {
      const named = namedBy(resource.properties['LoadBalancerArn'], resource);
      if (!named.some(({ key }) => key === keyOf(this.resource))) return [];
      const several =
        named.length > 1 ? [`which load balancer ${resource.logicalId} is of is decided at deployment`] : [];
      return [{ resource, reasons: [...several, ...this.standings.doubts(this.resource, resource)] }];
    });
  }

  private rulesOf(listener: Resource) {
    return this.standings.network.graph.ofType(RULE).flatMap((resource) => {
      const named = namedBy(resource.properties['ListenerArn'], resource);
      if (!named.some(({ key }) => key === keyOf(listener) || key.startsWith('?'))) return [];
      const isSure = named.length === 1 && named[0]?.key === keyOf(listener);
      const open = isSure ? [] : [`which listener ${resource.logicalId} is of is decided at deployment`];
      return [{ resource, reasons: [...open, ...this.standings.doubts(listener, resource)] }];
    });
  }

  private doorsOf(listener: Resource, reasons: readonly string[], nodes: readonly Place[]): readonly Door[] {
    const given = asText(get(listener, 'Protocol'));
    const known = this.type === 'application' ? [PROTOCOL.tcp] : carriersOf(given);
    const forwards = forwardsOf(listener, this.rulesOf(listener), this.standings.network.book);
    const open = known ? reasons : [...reasons, `the protocol of ${listener.logicalId} is not known`];
    return (known ?? [PROTOCOL.tcp, PROTOCOL.udp]).map((protocol) => ({
      ...thingOf(listener),
      what: 'listener',
      traffic: trafficOn(protocol, portOf(listener.properties['Port'])),
      exits: forwards.flatMap((forward) => this.exitsOf(forward, protocol, nodes, open)),
    }));
  }

  private exitsOf(
    forward: Forward,
    protocol: number,
    nodes: readonly Place[],
    doubts: readonly string[],
  ): readonly Exit[] {
    const seen = new Set<string>();
    return forward.groups.flatMap(({ value, sure }) =>
      namedBy(value, forward.at).flatMap(({ key, reason }, _, all) => {
        if (seen.has(key)) return [];
        seen.add(key);
        const open = sure && all.length < 2 ? [] : [`where ${forward.at.logicalId} leads is decided at deployment`];
        const reasons = [...doubts, ...forward.reasons, ...open];
        const group = this.standings.resource(key);
        if (group) return this.throughGroup(group, forward, protocol, nodes, reasons);
        const strange = reason ?? `${key} is no target group of these templates`;
        const port = { may: [0, 65535], must: [], reasons: [strange] };
        const target = this.standings.any(nodes[0]?.subnet.vpc.key, forward.at, port, [strange]);
        return [this.exit(target, forward, protocol, nodes, reasons, [], 'unknown')];
      }),
    );
  }

  private throughGroup(
    group: Resource,
    forward: Forward,
    protocol: number,
    nodes: readonly Place[],
    reasons: readonly string[],
  ): readonly Exit[] {
    const through = [{ ...thingOf(group), name: `target group ${group.logicalId}`, why: 'chooses a target' }];
    const keeps = this.type === 'network' ? keepsClient(group) : false;
    return this.groups
      .targets(group)
      .map((target) => this.exit(target, forward, protocol, this.reaching(group, nodes), reasons, through, keeps));
  }

  /** The nodes that lead to targets of a group: all, where the group is told to use them. */
  private reaching(group: Resource, nodes: readonly Place[]): readonly Place[] {
    return attribute(group, 'TargetGroupAttributes', CROSS_ZONE) === true ? this.places : nodes;
  }

  private exit(
    target: Target,
    forward: Forward,
    protocol: number,
    nodes: readonly Place[],
    reasons: readonly string[],
    through: readonly Passed[],
    keeps: Trilean,
  ): Exit {
    const own = [...forward.through, ...through];
    const from = { kind: 'places', places: nodes, keepsClient: keeps } as const;
    const leading = { through: own, clients: forward.clients, admits: [], from, reasons };
    const isBalancer = target.places.every(({ type }) => type === this.resource.type);
    const places = isBalancer ? target.places : within(target.places, nodes);
    const made = exitTo(target, protocol, leading, places.length === target.places.length ? target.places : places);
    if (places.length > 0 || target.places.length === 0) return made;
    return { ...made, to: target.places, points: target.points, closed: APART };
  }
}

const CROSS_ZONE = 'load_balancing.cross_zone.enabled';

/** Source: Application Load Balancers user guide, Availability Zones. */
const APART = 'sends nothing to an availability zone that is not one of its own';

/** An attribute of a balancer or a target group: undefined when it is not set. */
function attribute(resource: Resource, list: string, key: string): Trilean | undefined {
  const items = at(resource.properties, `${list}[]`).filter(({ value }) => isMap(value) && value['Key'] === key);
  const [item] = items;
  if (!item || !isMap(item.value)) return undefined;
  return item.sure && items.length === 1 ? (asBoolean(item.value['Value']) ?? 'unknown') : 'unknown';
}

/**
 * Whether targets see the addresses of clients. Source: Network Load Balancers user guide, Edit target group attributes,
 * Client IP preservation.
 */
function keepsClient(group: Resource): Trilean {
  const protocol = asText(get(group, 'Protocol'));
  const isTcp = protocol === undefined || protocol === 'TCP' || protocol === 'TLS';
  if (!isTcp) return true;
  const stated = attribute(group, 'TargetGroupAttributes', 'preserve_client_ip.enabled');
  if (stated !== undefined) return stated;
  const type = get(group, 'TargetType') ?? 'instance';
  const text = asText(type);
  return text === undefined || protocol === undefined ? 'unknown' : text !== 'ip';
}
