import type { Network } from './network';
import type { CompiledRoute, GroupRule, Place, RouteTable, Subnet } from './model';

/** Whether nothing in a network depends on what no template says: then what may pass is what must. */
export function isCertain(network: Network): boolean {
  const attachments = [...network.transit.values()].flatMap((gateway) => gateway.attachments);
  const gateways = [network.internet, network.egressOnly, network.virtual].flatMap((map) => [...map.values()]);
  return (
    network.passages.size === 0 &&
    network.book.nat64?.isOpen !== true &&
    [...network.nats.values()].every(({ place }) => network.subnets.has(place.subnet.key)) &&
    [...network.vpcs.values()].every(({ known }) => known) &&
    [...network.outsides.values()].every(({ kind }) => kind !== 'network') &&
    gateways.every(({ vpcs }) => vpcs.reasons.length === 0) &&
    [...network.transit.values()].every(({ known }) => known) &&
    attachments.every(({ kind, groupReferences }) => kind !== 'firewall' && groupReferences !== 'unknown') &&
    attachments.every(({ tables }) => tables.options.length < 2 && tables.options.every(isCertainTable)) &&
    [...network.subnets.values()].every(isCertainSubnet) &&
    network.places.every(isCertainPlace)
  );
}

function isCertainSubnet({ tables, acls, publicAccess, zone }: Subnet): boolean {
  const filters = acls.options.flatMap(({ inbound, outbound }) => [inbound, outbound]);
  return (
    zone !== undefined &&
    publicAccess !== 'unknown' &&
    tables.options.length === 1 &&
    acls.options.length === 1 &&
    filters.every(({ reasons }) => reasons.length === 0) &&
    tables.options.every(isCertainTable)
  );
}

function isCertainTable({ routes }: RouteTable): boolean {
  return routes.every(isCertainRoute);
}

function isCertainRoute({ target, addresses }: CompiledRoute): boolean {
  return addresses.reasons.length === 0 && target.kind !== 'unresolved' && target.kind !== 'interface';
}

function isCertainPlace({ groups, publicAddress, publicSix, carrierAddress, opens }: Place): boolean {
  const rules = groups.groups.flatMap(({ ingress, egress }) => [...ingress, ...egress]);
  return (
    groups.reasons.length === 0 &&
    (opens?.reasons.length ?? 0) === 0 &&
    ![publicAddress, publicSix, carrierAddress].includes('unknown') &&
    rules.every(isCertainRule)
  );
}

function isCertainRule({ traffic, addresses }: GroupRule): boolean {
  return traffic.reasons.length === 0 && addresses.reasons.length === 0;
}
