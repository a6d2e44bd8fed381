import type { Departure, Exit, Network, Outside, Place, Subnet } from '../network';
import { intersect, restrict, subtract, unite, type PacketSet } from '../packets';
import { connect, EPHEMERAL, type Connection, type Outcome } from './connections';
import { Course } from './course';
import type { Mode } from './filters';
import { answeredBy, oneWay, repliesTo } from './replies';
import type { CourseOptions } from './router';
import { settled } from './settled';
import type { Arrival, Drop } from './travel';

type Options = Omit<CourseOptions, 'isReply'>;

/** Connections that a relay opens under its own address. */
export function openedBy(
  network: Network,
  { from, to }: Pick<Exit, 'to'> & { readonly from: Exclude<Departure, { readonly kind: 'beside' }> },
  packets: PacketSet,
  options: Options,
): Outcome {
  if (from.kind === 'places') return connect(network, from.places, packets, options);
  if (from.kind === 'unseen') return unseen(network, from.outside, to, packets, options);
  return delivered(network, from.outside, { vpc: from.vpc }, packets, options);
}

/**
 * Connections from an interface that a service has in the target's subnet: the target's groups judge what comes in, the
 * network ACL of the subnet what it answers. Source: Global Accelerator developer guide, Requirements for endpoints with
 * client IP address preservation, Configure network access control lists.
 */
export function openedBeside(
  network: Network,
  { internet, subnet }: Extract<Departure, { readonly kind: 'beside' }>,
  packets: PacketSet,
  options: Options,
): Outcome {
  return delivered(network, internet, { vpc: subnet.vpc, by: subnet }, packets, options);
}

/** Connections from outside whose packets come into a VPC, where a service has its interface in a subnet by that. */
function delivered(
  network: Network,
  from: Outside,
  { vpc, by }: { readonly vpc: Subnet['vpc']; readonly by?: Subnet },
  packets: PacketSet,
  options: Options,
): Outcome {
  const course = new Course(network, { ...options, isReply: false });
  const trail = course.trail({ kind: 'start', at: from }, undefined);
  course.deliver(vpc, packets, { via: 'outside', inspected: false, byGroup: false, zone: undefined, trail }, by);
  const kept = { asked: packets, mode: options.mode };
  const arrived = course.run().arrivals.map((arrival) => direct(network, arrival, from, undefined, kept));
  return together([...arrived, { connections: [], drops: course.drops }]);
}

/** Connections from addresses that no template says: some rule of the target's groups has to let their ports in. */
function unseen(network: Network, from: Outside, to: readonly Place[], packets: PacketSet, { mode }: Options): Outcome {
  const connections: Connection[] = [];
  const drops: Drop[] = [];
  const { all } = network.book.space;
  for (const at of mode === 'may' ? to : []) {
    const wanted = restrict(packets, { destination: at.points });
    const { groups, apply, reasons } = at.groups;
    const rules = groups.flatMap(({ ingress }) => ingress.flatMap(({ traffic }) => traffic.may));
    const isOpen = !apply || reasons.length > 0 || groups.length === 0;
    const admitted = rules.map((own) => ({ ...own, source: all, destination: all, sourcePort: EPHEMERAL }));
    const passed = isOpen ? wanted : unite(intersect(wanted, admitted));
    const trail = { step: { kind: 'end', at } as const, before: undefined, reasons: [] };
    if (passed.length === 0) {
      drops.push({ block: { kind: 'groups', direction: 'in', place: at }, packets: wanted, trail, reasons: [] });
      continue;
    }
    const arrival = { at, packets: passed, inspected: false, trail };
    connections.push({ from, to: at, packets: passed, arrival, onward: undefined, answer: undefined });
  }
  return { connections, drops };
}

/**
 * Connections that a relay opens under the addresses of its clients: packets go from its interfaces to the target, and
 * what the target answers comes back to it, whatever the routes to the client are.
 * Source: Network Load Balancers user guide, Edit target group attributes, Client IP preservation.
 */
export function openedForClients(
  network: Network,
  places: readonly Place[],
  packets: PacketSet,
  options: Options,
): Outcome {
  const kept = { asked: packets, mode: options.mode };
  const outcomes = places.flatMap((place): readonly Outcome[] => {
    const course = new Course(network, { ...options, isReply: false });
    course.leave(place, packets, place.groups);
    const arrived = course.run().arrivals.map((arrival) => direct(network, arrival, place, place.subnet, kept));
    return [...arrived, { connections: [], drops: course.drops }];
  });
  return together(outcomes);
}

/** Connections whose answers meet network ACLs alone. */
function direct(
  network: Network,
  arrival: Arrival,
  from: Connection['from'],
  home: Subnet | undefined,
  { asked, mode }: { readonly asked: PacketSet; readonly mode: Mode },
): Outcome {
  const { at, packets, trail } = arrival;
  if (!('subnet' in at) || at.kind === 'nat') return { connections: [], drops: [] };
  const passed = [
    ...(at.subnet === home ? [] : [{ subnet: at.subnet, direction: 'out' } as const]),
    ...(at.subnet === home || !home ? [] : [{ subnet: home, direction: 'in' } as const]),
  ];
  let replies = repliesTo(packets);
  const drops: Drop[] = [];
  for (const { subnet, direction } of passed) {
    const before = replies;
    const [acl] = subnet.acls.options;
    replies = intersect(replies, throughAcls(subnet, direction === 'in' ? 'inbound' : 'outbound', mode));
    const lost = subtract(before, replies);
    if (acl && lost.length > 0)
      drops.push({ block: { kind: 'acl', direction, subnet, acl }, packets: lost, trail, reasons: [] });
  }
  const complete = restrict(unite(oneWay(packets), intersect(packets, answeredBy(replies))), {
    destination: at.points,
  });
  const held = mode === 'must' ? settled(network, complete, asked) : complete;
  const connection = { from, to: at, packets: held, arrival, onward: undefined, answer: undefined };
  return { connections: held.length === 0 ? [] : [connection], drops };
}

function together(outcomes: readonly Outcome[]): Outcome {
  return {
    connections: outcomes.flatMap(({ connections }) => connections),
    drops: outcomes.flatMap(({ drops }) => drops),
  };
}

/** What the ACL of a subnet lets through: where it is not known which it has, any of them, or all alike. */
function throughAcls({ acls }: Subnet, direction: 'inbound' | 'outbound', mode: Mode): PacketSet {
  return acls.options
    .map((acl) => acl[direction][mode])
    .reduce((a, b) => (mode === 'may' ? unite(a, b) : intersect(a, b)));
}
