import type { WitnessHop } from '../../../model';
import type { Step, Trail } from '../engine';
import type { CompiledRoute, GroupSet, Origin, Outside, Place } from '../network';

/** The way of packets in words, first step first. */
export function hopsOf(trail: Trail | undefined): readonly WitnessHop[] {
  const hops: WitnessHop[] = [];
  for (let item = trail; item; item = item.before) hops.unshift(hopOf(item.step));
  return hops;
}

/** What is not known about the way of packets. */
export function reasonsOf(trail: Trail | undefined): readonly string[] {
  const reasons = new Set<string>();
  for (let item = trail; item; item = item.before) for (const reason of item.reasons) reasons.add(reason);
  return [...reasons];
}

function hopOf(step: Step): WitnessHop {
  switch (step.kind) {
    case 'start':
      return hop(endName(step.at), step.at.origin, `packets leave ${endName(step.at)}`);
    case 'groups':
      return groupsHop(step.place, step.direction);
    case 'acl':
      return hop(
        `network ACL ${step.acl.name}`,
        step.acl.origin,
        `lets them ${step.direction === 'in' ? 'into' : 'out of'} subnet ${step.subnet.name}`,
      );
    case 'route':
      return hop(`route table ${step.table.name}`, step.route.origin, routeText(step.route));
    case 'through':
      return hop(`${step.what} ${step.thing.name}`, step.thing.origin, `passes them on`);
    default:
      return hop(endName(step.at), step.at.origin, `packets arrive at ${endName(step.at)}`);
  }
}

/** A hop of the contract. */
export function hop(name: string, origin: Origin, why: string): WitnessHop {
  return { hop: name, template: origin.template, logicalId: origin.logicalId, why };
}

function endName(end: Place | Outside): string {
  if (!('subnet' in end)) return end.name;
  return end.kind === 'host' ? end.name : `${end.name} in ${end.subnet.name}`;
}

function groupsHop(place: Place, direction: 'in' | 'out'): WitnessHop {
  const [first] = place.groups.groups;
  const name = groupNames(place.groups);
  const way = direction === 'in' ? `lets them in to ${place.name}` : `lets them out of ${place.name}`;
  return hop(name, first?.origin ?? place.origin, way);
}

export function groupNames({ groups, reasons }: GroupSet): string {
  const names = groups.map(({ name }) => name);
  if (names.length === 0) return reasons.length > 0 ? 'security groups that are not known' : 'no security group';
  return `security group${names.length > 1 ? 's' : ''} ${names.join(', ')}`;
}

function routeText({ destination, target }: CompiledRoute): string {
  if (target.kind === 'local') return 'keeps them inside the VPC';
  const to = target.kind === 'unresolved' ? 'a target that is not known' : target.kind.replaceAll('-', ' ');
  return `sends ${destination} to the ${to}`.replace('the a target', 'a target');
}
