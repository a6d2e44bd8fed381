import { asText, isMap, type Resource, type Value } from '../../../../template';
import { exactly } from '../bounded';
import { thingOf } from '../gateways';
import { PROTOCOL } from '../protocols';
import { at, keyOf, namedBy } from '../reading';
import { exitTo, trafficOn } from './exits';
import type { Door, Relay } from './relay';
import { portOf, type Standings } from './standing';
import type { TargetGroups } from './target-groups';
import type { Target } from './target';

/** Load balancers of the first generation, which name their instances themselves. They speak TCP alone. */
export function classicBalancersOf(standings: Standings, groups: TargetGroups): readonly Relay[] {
  const { graph } = standings.network;
  return graph.ofType('AWS::ElasticLoadBalancing::LoadBalancer').map((resource) => ({
    ...thingOf(resource),
    what: 'load balancer',
    entrances: standings.of(keyOf(resource)),
    doors: at(resource.properties, 'Listeners[]').map(({ value, sure }) => {
      const reasons = sure ? [] : [`whether ${resource.logicalId} has a listener is decided at deployment`];
      return doorOf(standings, groups, resource, value, reasons);
    }),
  }));
}

function doorOf(
  standings: Standings,
  groups: TargetGroups,
  resource: Resource,
  listener: Value,
  reasons: readonly string[],
): Door {
  const { all } = standings.network.book.space;
  const [outer, inner] = ['LoadBalancerPort', 'InstancePort'].map((name) =>
    portOf(isMap(listener) ? listener[name] : listener),
  );
  const port = inner ?? portOf(undefined);
  const from = { kind: 'places', places: standings.of(keyOf(resource)), keepsClient: false } as const;
  const targets = [...instancesOf(standings, resource, port), ...groups.registered.targets(resource, port)];
  return {
    ...thingOf(resource),
    what: 'listener of',
    traffic: trafficOn(PROTOCOL.tcp, outer ?? portOf(undefined)),
    exits: targets.map((target) =>
      exitTo(target, PROTOCOL.tcp, { through: [], clients: exactly(all), admits: [], from, reasons }),
    ),
  };
}

function instancesOf(standings: Standings, resource: Resource, port: ReturnType<typeof portOf>): readonly Target[] {
  return at(resource.properties, 'Instances[]').flatMap(({ value, sure }): readonly Target[] => {
    const reasons = sure ? [] : [`whether ${resource.logicalId} has an instance is decided at deployment`];
    const found = standings.follow(value);
    if (found) return [standings.target(found, port, reasons)];
    if (asText(value) !== undefined) return [];
    const [named] = namedBy(value, resource);
    const [place] = standings.of(keyOf(resource));
    return [
      standings.any(place?.subnet.vpc.key, resource, port, [...reasons, named?.reason ?? 'an instance is not known']),
    ];
  });
}
