import type { Resource, Value } from '../../../../template';
import { NONE, type Ranges } from '../../packets';
import type { Bounded } from '../bounded';
import { thingOf } from '../gateways';
import { ALL_PORTS } from '../protocols';
import { at, keyOf, namedBy } from '../reading';
import { pointsOf, portOf, type Standings } from './standing';
import type { Target } from './target';

/** A resource that registers what it runs with a target group or a load balancer by itself. */
interface Registration {
  readonly by: Resource;
  /** Port that it names; undefined for that of the group. */
  readonly port: Bounded<Ranges> | undefined;
  readonly reasons: readonly string[];
}

/** Where resources say with what they register. */
const SOURCES: readonly {
  readonly type: string;
  readonly list: string;
  readonly id: string;
  readonly port?: string;
}[] = [
  { type: 'AWS::AutoScaling::AutoScalingGroup', list: 'TargetGroupARNs[]', id: '' },
  { type: 'AWS::AutoScaling::AutoScalingGroup', list: 'LoadBalancerNames[]', id: '' },
  { type: 'AWS::AutoScaling::AutoScalingGroup', list: 'TrafficSources[]', id: 'Identifier' },
  { type: 'AWS::ECS::Service', list: 'LoadBalancers[]', id: 'TargetGroupArn', port: 'ContainerPort' },
  { type: 'AWS::ECS::Service', list: 'LoadBalancers[]', id: 'LoadBalancerName' },
  {
    type: 'AWS::ECS::Service',
    list: 'LoadBalancers[]',
    id: 'AdvancedConfiguration.AlternateTargetGroupArn',
    port: 'ContainerPort',
  },
  { type: 'AWS::ECS::Service', list: 'VpcLatticeConfigurations[]', id: 'TargetGroupArn' },
  { type: 'AWS::ECS::TaskSet', list: 'LoadBalancers[]', id: 'TargetGroupArn', port: 'ContainerPort' },
];

/** What registers with which target group or classic load balancer, by the key of that. */
export class Registered {
  private readonly byKey = new Map<string, Registration[]>();

  constructor(private readonly standings: Standings) {
    for (const source of SOURCES) {
      for (const by of standings.network.graph.ofType(source.type)) {
        for (const { value, sure } of at(by.properties, source.list)) this.read(by, value, sure, source);
      }
    }
  }

  /** @param owner the group or balancer; @param port its own port, where a registration names none */
  targets(owner: Resource, port: Bounded<Ranges>): readonly Target[] {
    return (this.byKey.get(keyOf(owner)) ?? []).map(({ by, port: own = port, reasons }) => {
      const doubts = [...reasons, ...this.standings.doubts(owner, by)];
      const target = this.standings.target(by, own, doubts);
      return target.places.length > 0 ? target : this.onInstances(by, doubts);
    });
  }

  private read(by: Resource, value: Value, sure: boolean, { id, port }: (typeof SOURCES)[number]): void {
    const [named] = at(value, id);
    for (const { key } of named ? namedBy(named.value, by) : []) {
      const [own] = port === undefined ? [] : at(value, port);
      const reasons = sure ? [] : [`whether ${by.logicalId} registers is decided at deployment`];
      const made = { by, port: own && portOf(own.value), reasons };
      const list = this.byKey.get(key);
      if (list) list.push(made);
      else this.byKey.set(key, [made]);
    }
  }

  /** Containers without interfaces of their own take connections on those of instances, on ports that change. */
  private onInstances(by: Resource, reasons: readonly string[]): Target {
    const places = this.standings.network.places.filter(({ type }) => HOSTS.has(type));
    const reason = `on which instances ${by.logicalId} runs is decided at run time`;
    const port = { may: ALL_PORTS, must: NONE, reasons: [reason] };
    return { ...thingOf(by), places, points: pointsOf(places), port, reasons: [...reasons, reason] };
  }
}

const HOSTS: ReadonlySet<string> = new Set(['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup']);
