import { asBoolean, asText, type Resource } from '../../../../template';
import { NONE, subtractRanges, uniteRanges, type Ranges } from '../../packets';
import { exactly, type Bounded } from '../bounded';
import { thingOf } from '../gateways';
import type { Outside, Place, PublicAccess, Subnet } from '../model';
import { ALL_PORTS, PROTOCOL } from '../protocols';
import { at, get } from '../reading';
import { carriersOf, exitTo, trafficOn } from './exits';
import { frontedBy, internetOf, portRangesOf } from './fronts';
import type { Door, Exit, Relay } from './relay';
import { portOf, type Standings } from './standing';

const P = 'AWS::GlobalAccelerator::';

/**
 * Endpoint groups of Global Accelerator: whoever is at the internet reaches their load balancers and instances, also
 * those without public addresses and routes to the internet, in VPCs with an internet gateway. Elastic IP addresses are
 * reached as they are without it. Source: Global Accelerator developer guide, Secure VPC connections.
 */
export function acceleratorsOf(standings: Standings): readonly Relay[] {
  const internet = internetOf(standings);
  if (!internet) return [];
  return standings.network.graph.ofType(`${P}EndpointGroup`).flatMap((group): readonly Relay[] => {
    const listener = standings.follow(get(group, 'ListenerArn'));
    const accelerator = listener && standings.follow(get(listener, 'AcceleratorArn'));
    if (accelerator && asBoolean(get(accelerator, 'Enabled')) === false) return [];
    const doors = doorsOf(standings, group, listener, internet);
    return [{ ...thingOf(group), what: 'Global Accelerator endpoint group', entrances: [internet], doors }];
  });
}

function doorsOf(
  standings: Standings,
  group: Resource,
  listener: Resource | undefined,
  internet: Outside,
): readonly Door[] {
  const open = { may: ALL_PORTS, must: [], reasons: [`the listener of ${group.logicalId} is in no template`] };
  const taken = listener ? portRangesOf(listener, 'PortRanges[]') : open;
  const carried = listener && carriersOf(asText(get(listener, 'Protocol') ?? 'TCP'));
  const doubts = carried ? [] : [`the protocol of the listener of ${group.logicalId} is not known`];
  const pairs = (carried ?? [PROTOCOL.tcp, PROTOCOL.udp]).flatMap((protocol) =>
    portsOf(group, taken).map((ports) => ({ protocol, ...ports })),
  );
  return pairs.map(({ protocol, outer, inner, samePort }) => ({
    ...thingOf(listener ?? group),
    what: 'listener',
    traffic: trafficOn(protocol, outer),
    exits: at(group.properties, 'EndpointConfigurations[]').flatMap(({ value, sure }) => {
      const unsure = sure ? [] : [`whether ${group.logicalId} has an endpoint is decided at deployment`];
      const reasons = [...doubts, ...unsure, ...(listener ? standings.doubts(listener, group) : [])];
      const [id] = at(value, 'EndpointId');
      const isKept = asBoolean(at(value, 'ClientIPPreservationEnabled')[0]?.value ?? true) === true;
      return (id ? frontedBy(standings, id.value, group, inner, reasons) : []).flatMap((target) =>
        target.places.map((place): Exit => {
          const from = { kind: 'beside', internet, subnet: place.subnet, keepsClient: isKept && keeps(place) } as const;
          const clients = exactly(standings.network.book.space.all);
          const exit = exitTo(target, protocol, { through: [], clients, admits: [], from, reasons }, [place]);
          return withGateway(standings, place.subnet, { ...exit, samePort });
        }),
      );
    }),
  }));
}

/** On which ports endpoints are reached: on those of the listener, but where others take their place. */
function portsOf(group: Resource, taken: Bounded<Ranges>) {
  const overrides = at(group.properties, 'PortOverrides[]').map(({ value }) => {
    const [outer, inner] = ['ListenerPort', 'EndpointPort'].map((name) => portOf(at(value, name)[0]?.value));
    return { outer: outer ?? portOf(undefined), inner: inner ?? portOf(undefined), samePort: false };
  });
  const replaced = (bound: 'may' | 'must'): Ranges => uniteRanges(NONE, ...overrides.map(({ outer }) => outer[bound]));
  const left = {
    may: subtractRanges(taken.may, replaced('must')),
    must: subtractRanges(taken.must, replaced('may')),
    reasons: [...taken.reasons, ...overrides.flatMap(({ outer }) => outer.reasons)],
  };
  return [{ outer: left, inner: left, samePort: true }, ...overrides];
}

/** Source: Global Accelerator developer guide, Requirements for endpoints with client IP address preservation. */
function keeps({ type, groups }: Place): boolean {
  return type !== 'AWS::ElasticLoadBalancingV2::LoadBalancer' || groups.apply;
}

/**
 * Nothing goes into a VPC without an internet gateway. Source: Global Accelerator developer guide, Secure VPC connections;
 * Amazon VPC user guide, Block public access to VPCs and subnets.
 */
function withGateway({ network }: Standings, { vpc, publicAccess, name }: Subnet, exit: Exit): Exit {
  const gateways = [...network.internet.values()];
  const own = gateways.filter(({ vpcs }) => vpcs.options.includes(vpc.key));
  const others = gateways.filter(({ vpcs }) => vpcs.options.some((key) => !network.vpcs.has(key)));
  if (vpc.known && own.length === 0 && others.length === 0) {
    return { ...exit, closed: `no internet gateway is attached to ${vpc.name}` };
  }
  const kept = keptFrom(publicAccess, name);
  if (kept.closed !== undefined) return { ...exit, closed: kept.closed };
  const isSure = own.some(({ vpcs }) => vpcs.reasons.length === 0);
  const doubts = [
    ...(isSure ? [] : [`whether an internet gateway is attached to ${vpc.name} is not known`]),
    ...kept.doubts,
  ];
  return { ...exit, reasons: [...exit.reasons, ...doubts] };
}

/** Source: Amazon VPC user guide, VPC BPA basics, AWS service impact and support. */
function keptFrom(
  access: PublicAccess,
  subnet: string,
): { readonly closed?: string; readonly doubts: readonly string[] } {
  if (access === 'open') return { doubts: [] };
  if (access === 'unknown') return { doubts: [`VPC Block Public Access may keep the internet from ${subnet}`] };
  return { closed: `VPC Block Public Access keeps the internet from ${subnet}`, doubts: [] };
}
