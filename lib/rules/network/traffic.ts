import { and, or, type Trilean } from '../../model';
import {
  asNumber,
  asText,
  holdsForAny,
  isMap,
  Reference,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../template';
import { at, referred, type Found } from '../check';

export type Direction = 'Ingress' | 'Egress';

/** Entries of a security group in one direction, whether they stand in the group or alone. */
export function entriesOf({ type, properties }: Resource, direction: Direction): readonly Found[] {
  if (type === 'AWS::EC2::SecurityGroup') return at(properties, `SecurityGroup${direction}[]`);
  return type === `AWS::EC2::SecurityGroup${direction}` ? [{ path: '', value: properties }] : [];
}

/** The value of a property of an entry; what is unknown as a whole is unknown in each part. */
export function part(entry: Value | undefined, name: string): Value | undefined {
  if (entry instanceof Unknown || entry instanceof Reference) return new Unknown('the entry is made at deployment');
  return isMap(entry) ? entry[name] : undefined;
}

/**
 * Whether an entry lets everybody in or out: the whole IPv4 or IPv6 address space, or a half of one, as a block or in a
 * prefix list of the unit.
 */
export function isToWorld(entry: Value | undefined, graph: Graph): Trilean {
  return or(
    isWorld(part(entry, 'CidrIp')),
    isWorld(part(entry, 'CidrIpv6')),
    ...['SourcePrefixListId', 'DestinationPrefixListId'].map((name) => isWorldList(part(entry, name), graph)),
  );
}

/** A list that is not in the unit names its blocks elsewhere. */
function isWorldList(value: Value | undefined, graph: Graph): Trilean {
  const list = referred(value, graph);
  return or(...(list ? at(list.properties, 'Entries[].Cidr').map((found) => isWorld(found.value)) : []));
}

/** EC2 takes an address with bits right of the prefix (`10.0.0.1/0`), and sets them to zero. */
const WORLD = /^[\d.a-f:]+\/0*[01]$/i;

/** True if one possibility is a block of the internet's size: what is open in one deployment is open. */
export function isWorld(value: Value | undefined): Trilean {
  return holdsForAny(value, (option): Trilean => {
    if (option === undefined || option instanceof Reference) return false;
    if (option instanceof Unknown) return 'unknown';
    return WORLD.test(asText(option)?.trim() ?? '');
  });
}

/** The ports that an entry covers; undefined bounds are not known. */
export interface Ports {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const ALL_PORTS: Ports = { from: 0, to: 65_535 };

/** Protocols that have ports, by name and number. */
const WITH_PORTS = /^(tcp|udp|6|17)$/i;

/** Whether something holds of the ports of an entry under one of the protocols that it may have. */
function holdsOfPorts(entry: Value | undefined, test: (ports: Ports) => Trilean): Trilean {
  return holdsForAny(part(entry, 'IpProtocol'), (protocol) => {
    const ports = portsUnder(protocol, entry);
    return ports === undefined ? false : test(ports);
  });
}

/** The ports of an entry under one protocol: all of them when it is every protocol, none when it has no ports. */
export function portsUnder(protocol: Value | undefined, entry: Value | undefined): Ports | undefined {
  if (protocol instanceof Unknown || protocol instanceof Reference) return { from: undefined, to: undefined };
  const name = asText(protocol) ?? '-1';
  if (name === '-1') return ALL_PORTS;
  if (!WITH_PORTS.test(name)) return undefined;
  const from = asNumber(part(entry, 'FromPort') ?? 0);
  if (from === -1) return ALL_PORTS;
  return { from, to: asNumber(part(entry, 'ToPort') ?? part(entry, 'FromPort') ?? 65_535) };
}

/**
 * Whether an entry speaks of every protocol, in one deployment at least; it has no ports then, whatever it says of them.
 */
export function isOfAllProtocols(entry: Value | undefined): Trilean {
  return holdsForAny(part(entry, 'IpProtocol'), (protocol): Trilean => {
    if (protocol instanceof Unknown || protocol instanceof Reference) return 'unknown';
    return (asText(protocol) ?? '-1') === '-1';
  });
}

/** Whether an entry covers more than one port. The port of a resource, by its attribute, is one whatever its number. */
export function isRange(entry: Value | undefined): Trilean {
  return holdsOfPorts(entry, ({ from, to }) => {
    if (from !== undefined && to !== undefined) return from !== to;
    return isSameAttribute(part(entry, 'FromPort'), part(entry, 'ToPort')) ? false : 'unknown';
  });
}

function isSameAttribute(from: Value | undefined, to: Value | undefined): boolean {
  if (!(from instanceof Reference) || !(to instanceof Reference) || from.attribute === undefined) return false;
  return from.logicalId === to.logicalId && from.attribute === to.attribute && from.template === to.template;
}

/** Loopback, and the broadcast address by which the CDK writes that nothing may leave. */
const NOWHERE = /^(127(\.\d+){3}\/\d+|255\.255\.255\.255\/32|::1\/128)$/;

/** Whether an entry of egress lets nothing out: its blocks, if any, are of the instance itself. */
export function isNowhere(entry: Value | undefined): boolean {
  const blocks = ['CidrIp', 'CidrIpv6'].map((name) => part(entry, name)).filter((block) => block !== undefined);
  return blocks.length > 0 && blocks.every((block) => NOWHERE.test(asText(block) ?? ''));
}

/** Whether an entry covers a port. */
export function coversPort(entry: Value | undefined, port: number): Trilean {
  return holdsOfPorts(entry, ({ from, to }) =>
    and(from === undefined ? 'unknown' : from <= port, to === undefined ? 'unknown' : port <= to),
  );
}
