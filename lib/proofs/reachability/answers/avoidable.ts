import type { Network } from '../network';
import type { Zone } from './zones';

/** The name of all firewalls together. */
export const INSPECTION = 'inspection';

/** Keys of everything that inspects: firewalls of transit gateways, endpoints of firewalls and gateway load balancers. */
export function inspectionOf({ passages, transit }: Network): ReadonlySet<string> {
  return new Set([...passages.keys(), ...firewallsOf(transit)]);
}

function firewallsOf(transit: Network['transit']): readonly string[] {
  const attachments = [...transit.values()].flatMap((gateway) => gateway.attachments);
  return attachments.filter(({ kind }) => kind === 'firewall').map(({ key }) => key);
}

/** Keys of what stands in zones and can be passed: instances that forward, NAT gateways, endpoints of firewalls. */
export function standingIn({ nats, passages }: Network, zones: readonly Zone[]): readonly string[] {
  const subnets = new Set(zones.flatMap((zone) => zone.subnets));
  const pieces = [...[...nats.values()].map(({ place }) => place), ...[...passages.values()].map(({ place }) => place)];
  return [
    ...zones.flatMap(({ ends }) => ends.map(({ key }) => key)),
    ...pieces.filter(({ subnet }) => subnets.has(subnet)).map(({ key }) => key),
  ];
}

/** Keys of what a resource is on the way of packets; none for what no packet passes. */
export function keysOf(network: Network, key: string): readonly string[] {
  const { internet, egressOnly, virtual, carrier, nats, peerings, transit, places, passages } = network;
  const gateways = [internet, egressOnly, virtual, carrier, nats, peerings, transit];
  const standing = places.filter((place) => place.kind === 'resource' && place.key.startsWith(`${key} in `));
  const endpoints = [...passages.values()].filter(
    (passage) => passage.owner === key || passage.key.startsWith(`${key} in `),
  );
  return [
    ...(gateways.some((map) => map.has(key)) || firewallsOf(transit).includes(key) ? [key] : []),
    ...[...standing, ...endpoints].map((thing) => thing.key),
  ];
}
