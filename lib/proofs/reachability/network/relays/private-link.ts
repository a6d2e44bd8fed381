import { asBoolean, asText, partsOf, Reference, Unknown, type Resource } from '../../../../template';
import { thingOf } from '../gateways';
import { at, get, keyOf, namedBy } from '../reading';
import type { Door, Exit, Passed, Relay } from './relay';
import type { Standings } from './standing';

/** A service that an endpoint may be of. */
interface Offered {
  readonly service: Resource;
  readonly reasons: readonly string[];
}

/**
 * Interface endpoints of services that these templates offer: what reaches the endpoint reaches the network load
 * balancers behind, whatever the addresses of both VPCs are. Source: AWS PrivateLink guide, Concepts.
 * @param balancers load balancers of these templates
 */
export function endpointsOf(standings: Standings, balancers: readonly Relay[]): readonly Relay[] {
  const { graph } = standings.network;
  return graph.ofType('AWS::EC2::VPCEndpoint').flatMap((endpoint): readonly Relay[] => {
    if (asText(get(endpoint, 'VpcEndpointType')) !== 'Interface') return [];
    const doors = offeredTo(standings, endpoint).flatMap((offered) => doorsOf(standings, offered, balancers));
    if (doors.length === 0) return [];
    return [{ ...thingOf(endpoint), what: 'interface endpoint', entrances: standings.of(keyOf(endpoint)), doors }];
  });
}

/** The services whose name an endpoint gives; where that is not known, each may be meant. */
function offeredTo(standings: Standings, endpoint: Resource): readonly Offered[] {
  const parts = partsOf(endpoint.properties['ServiceName']) ?? [];
  const named = parts.flatMap((part) => {
    const service = part instanceof Reference ? standings.follow(part) : undefined;
    return service?.type === SERVICE ? [{ service, reasons: standings.doubts(endpoint, service) }] : [];
  });
  if (named.length > 0) return named;
  const texts = parts.filter((part) => typeof part === 'string');
  const open = parts.find((part) => part instanceof Unknown);
  if (!open || (texts.length > 0 && !texts.join('').includes('vpce'))) return [];
  const services = standings.network.graph.ofType(SERVICE);
  return services.map((service) => ({ service, reasons: [open.reason] }));
}

const SERVICE = 'AWS::EC2::VPCEndpointService';

function doorsOf(standings: Standings, { service, reasons }: Offered, balancers: readonly Relay[]): readonly Door[] {
  const passed: Passed = {
    ...thingOf(service),
    name: `endpoint service ${service.logicalId}`,
    why: termsOf(standings, service),
  };
  return doorsBehind(standings, { owner: service, path: 'NetworkLoadBalancerArns[]', passed, reasons }, balancers);
}

/** What leads to network load balancers by PrivateLink. */
interface Leading {
  readonly owner: Resource;
  /** Property of the owner that names them. */
  readonly path: string;
  readonly passed: Passed;
  readonly reasons: readonly string[];
}

/** The listeners of the load balancers that a resource offers by PrivateLink. */
export function doorsBehind(
  standings: Standings,
  { owner, path, passed, reasons }: Leading,
  balancers: readonly Relay[],
): readonly Door[] {
  return at(owner.properties, path).flatMap(({ value, sure }) => {
    const named = namedBy(value, owner);
    const open =
      sure && named.length <= 1 ? [] : [`which load balancers ${owner.logicalId} has is decided at deployment`];
    const own = balancers.filter((relay) => named.some(({ key }) => key === relay.key));
    return own.flatMap((relay) =>
      relay.doors.map((door) => behind(standings, relay, door, passed, [...reasons, ...open])),
    );
  });
}

/** Who may use a service, in words: the network lets everybody through. */
function termsOf({ network }: Standings, service: Resource): string {
  const accepted = asBoolean(get(service, 'AcceptanceRequired')) !== false;
  const allowed = network.graph
    .ofType('AWS::EC2::VPCEndpointServicePermissions')
    .filter(({ properties, template }) => {
      const id = properties['ServiceId'];
      return id instanceof Reference && id.template === template.path && id.logicalId === service.logicalId;
    })
    .flatMap(({ properties }) => at(properties, 'AllowedPrincipals[]').map(({ value }) => asText(value) ?? 'some'));
  const terms = [
    ...(accepted ? ['needs acceptance of the endpoint by its owner'] : []),
    ...(allowed.length > 0 ? [`is for ${allowed.join(', ')}`] : []),
  ];
  return ['leads to its load balancers', ...terms].join(', ');
}

/** A listener as the endpoint's clients see it: targets see the address of the balancer, never theirs. */
function behind(standings: Standings, relay: Relay, door: Door, service: Passed, reasons: readonly string[]): Door {
  const balancer = standings.resource(relay.key);
  const enforced = asText(balancer && get(balancer, ENFORCED)) !== 'off';
  const groups = relay.entrances.flatMap((end) => ('subnet' in end && end.groups.apply ? [end.groups] : []));
  const [by] = groups;
  const admits =
    enforced && by
      ? [{ key: relay.key, name: relay.name, origin: relay.origin, why: `lets them in to ${relay.name}`, by }]
      : [];
  const exits = door.exits.map((exit): Exit => {
    const { from } = exit;
    return {
      ...exit,
      admits,
      through: [service, ...exit.through],
      from: from.kind === 'places' ? { ...from, keepsClient: false } : from,
      reasons: [...reasons, ...exit.reasons],
    };
  });
  return { ...door, exits };
}

/** Default: on. Source: Network Load Balancers user guide, Update the security groups. */
const ENFORCED = 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic';
