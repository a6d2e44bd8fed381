import { asNumber, asText, isMap, Reference, Unknown, type Resource, type Value } from '../../../../template';
import { blockOf } from '../../addresses';
import { coversRanges, intersectRanges, NONE, uniteRanges, type Ranges } from '../../packets';
import { exactly, type Bounded } from '../bounded';
import { thingOf } from '../gateways';
import type { Place } from '../model';
import type { Network } from '../network';
import { ALL_PORTS } from '../protocols';
import { keyOf, namedBy } from '../reading';
import type { Target } from './target';

/** What stands where, by the resource that it is of. */
export class Standings {
  private readonly byKey = new Map<string, Place[]>();

  constructor(readonly network: Network) {
    for (const place of network.places) {
      if (place.kind !== 'resource') continue;
      const key = `${place.origin.template}#${place.origin.logicalId}`;
      const list = this.byKey.get(key);
      if (list) list.push(place);
      else this.byKey.set(key, [place]);
    }
  }

  of(key: string): readonly Place[] {
    return this.byKey.get(key) ?? [];
  }

  /** The interfaces of a resource as a target. */
  target(resource: Resource, port: Target['port'], reasons: readonly string[]): Target {
    const places = this.of(keyOf(resource));
    return { ...thingOf(resource), places, points: pointsOf(places), port, reasons };
  }

  /** Whatever has an address, in a VPC where it is one of its own. */
  at(text: string, resource: Resource, port: Target['port'], reasons: readonly string[]): readonly Target[] {
    const block = blockOf(text);
    const points = block ? this.network.book.space.within(block) : NONE;
    const [named] = namedBy(
      resource.properties['VpcId'] ?? resource.properties['VpcIdentifier'] ?? configOf(resource),
      resource,
    );
    const vpc = named && this.network.vpcs.get(named.key);
    const own = vpc && intersectRanges(vpc.addresses, points).length > 0;
    const places = (own ? vpc.subnets : [...this.network.subnets.values()]).flatMap((subnet) => subnet.places);
    return places.flatMap((place): readonly Target[] => {
      const at = intersectRanges(place.points, points);
      if (at.length === 0) return [];
      const isStated = place.kind === 'host' || place.choices.some((choice) => coversRanges(points, choice));
      const open = isStated ? [] : [`which address ${place.name} has is decided at deployment`];
      return [{ ...place, places: [place], points: at, port, reasons: [...reasons, ...open] }];
    });
  }

  /** Where it is not known what a target is: anything in a VPC, or anywhere where that is not known. */
  any(vpcKey: string | undefined, thing: Resource, port: Target['port'], reasons: readonly string[]): Target {
    const places = this.network.places.filter(({ subnet }) => vpcKey === undefined || subnet.vpc.key === vpcKey);
    return { ...thingOf(thing), places, points: pointsOf(places), port, reasons };
  }

  /** The resource that a value refers to. */
  follow(value: Value | undefined): Resource | undefined {
    return value instanceof Reference ? this.network.graph.follow(value) : undefined;
  }

  /** The resource of a key. */
  resource(key: string): Resource | undefined {
    const mark = key.lastIndexOf('#');
    return mark < 0 ? undefined : this.follow(new Reference(key.slice(mark + 1), undefined, key.slice(0, mark)));
  }

  /** Why it is not known whether something exists where its owner does. */
  doubts(owner: Resource, companion: Resource): readonly string[] {
    if (this.network.graph.accompanies(owner, companion) === true) return [];
    const on = companion.condition === undefined ? 'the stack that makes it' : `condition ${companion.condition}`;
    return [`${companion.logicalId} depends on ${on}`];
  }
}

/** Target groups of VPC Lattice name their VPC in their configuration. */
function configOf({ properties }: Resource): Value | undefined {
  const config = properties['Config'];
  return isMap(config) ? config['VpcIdentifier'] : undefined;
}

export function pointsOf(places: readonly Place[]): Ranges {
  return uniteRanges(NONE, ...places.map(({ points }) => points));
}

/** A port as it is written; the first value that is set counts. */
export function portOf(...values: readonly (Value | undefined)[]): Bounded<Ranges> {
  const value = values.find((item) => item !== undefined && item !== null);
  const port = asNumber(value);
  if (port !== undefined) return exactly([port, port]);
  const reason = value instanceof Unknown ? value.reason : `port ${asText(value) ?? ''} is not known`;
  return { may: ALL_PORTS, must: NONE, reasons: [reason] };
}
